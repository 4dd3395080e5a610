/** The sheet of what pipelines left behind. */
@NullMarked
package org.outturn.ui.leftovers;

import org.jspecify.annotations.NullMarked;
