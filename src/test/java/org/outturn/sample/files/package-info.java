/** Whether each kind of sample file is really of its kind. */
@NullMarked
package org.outturn.sample.files;

import org.jspecify.annotations.NullMarked;
