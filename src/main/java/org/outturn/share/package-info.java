/** Links to objects and when they really end; addresses that people paste. */
@NullMarked
package org.outturn.share;

import org.jspecify.annotations.NullMarked;
