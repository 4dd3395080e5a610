/** Previews of real files, damaged files and any bytes at all. */
@NullMarked
package org.outturn.preview;

import org.jspecify.annotations.NullMarked;
