/** What an S3 server must do for the program, asked of the sample server and of any other. */
@NullMarked
package org.outturn.contract;

import org.jspecify.annotations.NullMarked;
