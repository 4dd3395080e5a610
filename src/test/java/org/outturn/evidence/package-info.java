/** What the witnesses of an output say, with real sources that answer, fail and hang. */
@NullMarked
package org.outturn.evidence;

import org.jspecify.annotations.NullMarked;
