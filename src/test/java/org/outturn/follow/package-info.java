@NullMarked
package org.outturn.follow;

import org.jspecify.annotations.NullMarked;
