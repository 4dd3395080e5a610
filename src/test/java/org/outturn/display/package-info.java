/**
 * The program on a real display, with a mouse and other programs on it: Maven profile {@code
 * display}.
 */
@NullMarked
package org.outturn.display;

import org.jspecify.annotations.NullMarked;
