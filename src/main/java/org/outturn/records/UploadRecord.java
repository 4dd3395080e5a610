package org.outturn.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a scraper job's {@code output.uploadToS3} says, in one of the shapes that it has: nothing,
 * what was asked for, or what came of it, which takes its place.
 */
public sealed interface UploadRecord {

    /** {@code null}, or no such field: nothing was asked for, or nobody wrote it down. */
    record None() implements UploadRecord {}

    /**
     * What was asked for; nothing has come of it yet, or nobody wrote that down.
     *
     * @param enabled whether the job is to upload at all
     * @param bucket empty for the scraper's own
     * @param prefix empty for the scraper's own
     * @param includeFiles the listed files that go, for instance {@code results.json}; empty if it
     *     does not say which
     */
    record Configuration(
            Optional<Boolean> enabled,
            Optional<String> bucket,
            Optional<String> prefix,
            Optional<List<String>> includeFiles,
            boolean uploadPdfs,
            boolean uploadScreenshots,
            boolean uploadCategories)
            implements UploadRecord {
        public Configuration {
            includeFiles = includeFiles.map(List::copyOf);
        }
    }

    /**
     * What came of it.
     *
     * @param uploadedAt when it ended; the scraper's clock
     * @param urls where the scraper says the files are
     * @param bytesUploaded 0 or more
     * @param filesUploaded 0 or more
     * @param errors one text for each thing that did not go
     * @param error what ended the whole upload, after an exception
     */
    record Result(
            Optional<Boolean> enabled,
            UploadStatus status,
            Optional<Instant> uploadedAt,
            List<RecordedUrl> urls,
            OptionalLong bytesUploaded,
            OptionalLong filesUploaded,
            List<String> errors,
            Optional<String> error)
            implements UploadRecord {
        public Result {
            urls = List.copyOf(urls);
            errors = List.copyOf(errors);
        }

        /** Everything that it says went wrong, what ended it first. */
        public List<String> problems() {
            return Stream.concat(error.stream(), errors.stream()).toList();
        }
    }

    /**
     * Something that is none of these.
     *
     * @param field what could not be read, for instance {@code s3Urls}; empty for the whole
     */
    record Unreadable(Reason reason, String field) implements UploadRecord {}

    /** Why a record cannot be read. */
    enum Reason {
        /** It is no JSON, or JSON that says one thing twice. */
        NOT_JSON,
        /** It is longer or more deeply nested than any record. */
        TOO_LARGE,
        /** A field has another type, or a value that it cannot have. */
        WRONG_VALUE,
        /** A result without a status. */
        NO_STATUS,
        /** It is the record of another job. */
        OTHER_JOB;

        /** For instance {@code records.unreadable.NOT_JSON}. */
        public String messageKey() {
            return "records.unreadable." + name();
        }
    }
}
