/** The table of files and folders, and the places on the left. */
@NullMarked
package org.outturn.ui.browser;

import org.jspecify.annotations.NullMarked;
