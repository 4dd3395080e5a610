/** What the scraper says of uploads, read from real servers. */
@NullMarked
package org.outturn.records;

import org.jspecify.annotations.NullMarked;
