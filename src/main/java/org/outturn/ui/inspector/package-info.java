/** What is known of the selection: preview, details, tags. */
@NullMarked
package org.outturn.ui.inspector;

import org.jspecify.annotations.NullMarked;
