/** What one can connect to, and as whom. */
@NullMarked
package org.outturn.connection;

import org.jspecify.annotations.NullMarked;
