/** What any object store must do, held against real servers. */
@NullMarked
package org.outturn.contract;

import org.jspecify.annotations.NullMarked;
