/** A proxy that makes a real server's connections go wrong, and what the transfers make of it. */
@NullMarked
package org.outturn.faults;

import org.jspecify.annotations.NullMarked;
