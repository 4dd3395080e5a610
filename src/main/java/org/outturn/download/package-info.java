/** Objects and prefixes become a plan of local files that is safe on every disk. */
@NullMarked
package org.outturn.download;

import org.jspecify.annotations.NullMarked;
