package org.outturn.records;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody says of a scraper job.
 *
 * @param jobId a UUID in the text form of RFC 9562, lower case: the end of the job's folder name
 * @param jobStatus the state of the job itself, in the scraper's own word, if it was given
 * @param readAt when it was read; this computer's clock
 * @param witness who says so
 * @param upload what it says of the upload
 */
public record JobRecord(
        String jobId,
        Optional<String> jobStatus,
        Instant readAt,
        Witness witness,
        UploadRecord upload) {

    /** Who says so. */
    public enum Witness {
        /** The scraper, asked over HTTP. */
        SCRAPER_API,
        /** The scraper's database. */
        SCRAPER_DATABASE,
        /** This program, which uploaded the job's folder itself. */
        OWN_UPLOAD;

        /** For instance {@code records.witness.SCRAPER_API}. */
        public String messageKey() {
            return "records.witness." + name();
        }
    }
}
