/** What an object looks like, by range requests and in bounded memory. */
@NullMarked
package org.outturn.preview;

import org.jspecify.annotations.NullMarked;
