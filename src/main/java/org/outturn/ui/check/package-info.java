/** What is asked and shown when a connection does not come about, and its test. */
@NullMarked
package org.outturn.ui.check;

import org.jspecify.annotations.NullMarked;
