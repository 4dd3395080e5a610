/** Where the scraper's job records can be read: asked for, tested and used. */
@NullMarked
package org.outturn.ui.records;

import org.jspecify.annotations.NullMarked;
