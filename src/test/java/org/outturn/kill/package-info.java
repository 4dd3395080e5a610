/** The program is killed at random moments of an upload, and loses nothing. */
@NullMarked
package org.outturn.kill;

import org.jspecify.annotations.NullMarked;
