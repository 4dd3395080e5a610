/** What the producers' files are about: articles, receipts, products, drum parts, videos. */
@NullMarked
package org.outturn.sample.content;

import org.jspecify.annotations.NullMarked;
