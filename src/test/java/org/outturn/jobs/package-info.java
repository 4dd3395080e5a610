/** The upload of a scraper job's folder, with a real queue and real plans. */
@NullMarked
package org.outturn.jobs;

import org.jspecify.annotations.NullMarked;
