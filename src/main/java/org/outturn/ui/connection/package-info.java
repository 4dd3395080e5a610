/** The page where one picks what to connect to, and as whom. */
@NullMarked
package org.outturn.ui.connection;

import org.jspecify.annotations.NullMarked;
