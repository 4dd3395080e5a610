/** The sample bucket: a small S3 server on loopback, and the outputs it is filled with. */
@NullMarked
package org.outturn.sample;

import org.jspecify.annotations.NullMarked;
