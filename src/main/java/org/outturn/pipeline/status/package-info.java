/** Whether an output is whole: what each witness says, and what follows from it. */
@NullMarked
package org.outturn.pipeline.status;

import org.jspecify.annotations.NullMarked;
