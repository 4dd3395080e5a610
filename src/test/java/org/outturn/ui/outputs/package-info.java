@NullMarked
package org.outturn.ui.outputs;

import org.jspecify.annotations.NullMarked;
