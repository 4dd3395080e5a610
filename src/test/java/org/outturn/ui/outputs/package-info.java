/** The table of outputs in the window. */
@NullMarked
package org.outturn.ui.outputs;

import org.jspecify.annotations.NullMarked;
