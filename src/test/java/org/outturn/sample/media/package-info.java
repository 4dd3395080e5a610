/** Draws what the recordings and figures among the sample's resources are made of. */
@NullMarked
package org.outturn.sample.media;

import org.jspecify.annotations.NullMarked;
