/** A local tree becomes an immutable plan before a byte moves. */
@NullMarked
package org.outturn.upload;

import org.jspecify.annotations.NullMarked;
