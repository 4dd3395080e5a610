/** The whole program in a window of its own, and how tests look at it and work it. */
@NullMarked
package org.outturn.testkit;

import org.jspecify.annotations.NullMarked;
