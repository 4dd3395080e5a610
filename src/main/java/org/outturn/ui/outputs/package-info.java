/** The table of outputs: jobs, documents and results with their status, opened to their files. */
@NullMarked
package org.outturn.ui.outputs;

import org.jspecify.annotations.NullMarked;
