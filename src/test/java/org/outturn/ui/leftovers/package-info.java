@NullMarked
package org.outturn.ui.leftovers;

import org.jspecify.annotations.NullMarked;
