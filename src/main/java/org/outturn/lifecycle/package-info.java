/** What becomes of objects by themselves: when they vanish or move, by which rule. Pure. */
@NullMarked
package org.outturn.lifecycle;

import org.jspecify.annotations.NullMarked;
