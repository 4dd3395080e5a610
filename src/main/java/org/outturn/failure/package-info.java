/** What can go wrong, in the operator's terms. */
@NullMarked
package org.outturn.failure;

import org.jspecify.annotations.NullMarked;
