@NullMarked
package org.outturn.ui.check;

import org.jspecify.annotations.NullMarked;
