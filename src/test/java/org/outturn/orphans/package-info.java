@NullMarked
package org.outturn.orphans;

import org.jspecify.annotations.NullMarked;
