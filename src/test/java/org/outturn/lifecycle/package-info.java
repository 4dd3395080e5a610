@NullMarked
package org.outturn.lifecycle;

import org.jspecify.annotations.NullMarked;
