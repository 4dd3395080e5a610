@NullMarked
package org.outturn.ui.layouts;

import org.jspecify.annotations.NullMarked;
