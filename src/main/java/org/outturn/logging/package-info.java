/**
 * The log file, and what must never stand in it. The only package that knows which logging library
 * there is.
 */
@NullMarked
package org.outturn.logging;

import org.jspecify.annotations.NullMarked;
