/** Layouts as data: how the keys of a pipeline are read, and what a whole output is. */
@NullMarked
package org.outturn.pipeline.layout;

import org.jspecify.annotations.NullMarked;
