/** What is known of outputs beyond their listing: asked for what is in sight, and kept. */
@NullMarked
package org.outturn.evidence;

import org.jspecify.annotations.NullMarked;
