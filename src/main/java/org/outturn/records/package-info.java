/**
 * What the scraper itself says of the upload of a job's files: its records, and where to read them.
 */
@NullMarked
package org.outturn.records;

import org.jspecify.annotations.NullMarked;
