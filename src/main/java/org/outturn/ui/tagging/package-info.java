/** Asks how tags are to be changed, of one object or of many. */
@NullMarked
package org.outturn.ui.tagging;

import org.jspecify.annotations.NullMarked;
