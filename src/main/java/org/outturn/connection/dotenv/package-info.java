/** Reads {@code .env} files, of any of the producers or of anybody, without executing anything. */
@NullMarked
package org.outturn.connection.dotenv;

import org.jspecify.annotations.NullMarked;
