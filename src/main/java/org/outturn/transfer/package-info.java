/** The bounded queue that carries out plans, and what it tells about itself. */
@NullMarked
package org.outturn.transfer;

import org.jspecify.annotations.NullMarked;
