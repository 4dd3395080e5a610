/** Whether the sample outputs are what the producers write. */
@NullMarked
package org.outturn.sample.outputs;

import org.jspecify.annotations.NullMarked;
