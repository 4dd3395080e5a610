/**
 * The folder of a scraper job on this computer: what is in it, what of it is uploaded and how, and
 * the record of what came of that.
 */
@NullMarked
package org.outturn.jobs;

import org.jspecify.annotations.NullMarked;
