@NullMarked
package org.outturn.connection.check;

import org.jspecify.annotations.NullMarked;
