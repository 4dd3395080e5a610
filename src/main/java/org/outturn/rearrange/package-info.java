/** Plans for copying, moving, renaming and deleting objects on the server. */
@NullMarked
package org.outturn.rearrange;

import org.jspecify.annotations.NullMarked;
