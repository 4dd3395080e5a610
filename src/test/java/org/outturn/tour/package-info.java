/** The tour: drives the real window through the main job and says what it saw. */
@NullMarked
package org.outturn.tour;

import org.jspecify.annotations.NullMarked;
