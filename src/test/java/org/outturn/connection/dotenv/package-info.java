/** Tests of {@code .env} files. */
@NullMarked
package org.outturn.connection.dotenv;

import org.jspecify.annotations.NullMarked;
