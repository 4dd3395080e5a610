/** The durable truth about transfers: what was asked for, and what has become of it. */
@NullMarked
package org.outturn.journal;

import org.jspecify.annotations.NullMarked;
