/** The test of a connection, step by step; writes nothing. */
@NullMarked
package org.outturn.connection.check;

import org.jspecify.annotations.NullMarked;
