/** The layouts that count for the open bucket, and where each comes from. */
@NullMarked
package org.outturn.layouts;

import org.jspecify.annotations.NullMarked;
