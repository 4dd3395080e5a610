/** Tests of saved connections. */
@NullMarked
package org.outturn.connection.book;

import org.jspecify.annotations.NullMarked;
