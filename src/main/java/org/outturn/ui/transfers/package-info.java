/** What is being uploaded and downloaded, and the plan that comes before it. */
@NullMarked
package org.outturn.ui.transfers;

import org.jspecify.annotations.NullMarked;
