/** How keys are read: the layouts that count, where they come from, and why a key is read so. */
@NullMarked
package org.outturn.ui.layouts;

import org.jspecify.annotations.NullMarked;
