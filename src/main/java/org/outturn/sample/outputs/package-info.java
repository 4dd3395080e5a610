/** Which objects the five producers would have written lately: keys, types, metadata, tags. */
@NullMarked
package org.outturn.sample.outputs;

import org.jspecify.annotations.NullMarked;
