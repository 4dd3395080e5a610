/** Following a bucket: looking again and again, what is new, and what an operator is told of. */
@NullMarked
package org.outturn.follow;

import org.jspecify.annotations.NullMarked;
