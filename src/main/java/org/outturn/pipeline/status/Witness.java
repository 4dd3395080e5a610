package org.outturn.pipeline.status;

import java.util.Locale;

/** Who says how an output is. */
public enum Witness {
    /** What lies in the bucket, held against what the layout expects. */
    BUCKET,
    /** The record that Outturn wrote after an upload. */
    RECORD,
    /** The scraper's job record, over its REST API. */
    SCRAPER_API,
    /** The scraper's job record, in its database. */
    SCRAPER_DATABASE,
    /** The result that the PDF processing stored. */
    PDF_RESULT,
    /** A transfer of this program that runs now. */
    TRANSFERS;

    /** For instance {@code witness.bucket}. */
    public String messageKey() {
        return "witness." + name().toLowerCase(Locale.ROOT);
    }
}
