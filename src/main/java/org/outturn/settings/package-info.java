/**
 * What the operator chose, kept from one start to the next; and the folders that the platform gives
 * a program.
 */
@NullMarked
package org.outturn.settings;

import org.jspecify.annotations.NullMarked;
