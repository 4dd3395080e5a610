/** The AWS edge against real sockets and real files. */
@NullMarked
package org.outturn.aws;

import org.jspecify.annotations.NullMarked;
