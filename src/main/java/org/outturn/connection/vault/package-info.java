/** Keys in the system's keyring, or in memory: never in a file. */
@NullMarked
package org.outturn.connection.vault;

import org.jspecify.annotations.NullMarked;
