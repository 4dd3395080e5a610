/** Which certificates of servers are believed, and what one that is not says of itself. */
@NullMarked
package org.outturn.connection.trust;

import org.jspecify.annotations.NullMarked;
