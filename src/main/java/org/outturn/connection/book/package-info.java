/** The connections that the operator saved: named, coloured, ordered; never with a secret. */
@NullMarked
package org.outturn.connection.book;

import org.jspecify.annotations.NullMarked;
