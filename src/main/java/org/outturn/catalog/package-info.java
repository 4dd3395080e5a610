/** Listings in batches into compact rows, with search, sort and filter off the JavaFX thread. */
@NullMarked
package org.outturn.catalog;

import org.jspecify.annotations.NullMarked;
