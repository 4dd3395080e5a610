/** The window: top bar, start page or workspace, and how the features hear of one another. */
@NullMarked
package org.outturn.ui.main;

import org.jspecify.annotations.NullMarked;
