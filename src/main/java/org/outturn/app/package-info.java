/** Start, wiring by hand, orderly stop. */
@NullMarked
package org.outturn.app;

import org.jspecify.annotations.NullMarked;
