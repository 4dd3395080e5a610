package org.outturn.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecord;
import org.outturn.records.UploadRecord;
import org.outturn.records.UploadStatus;

/** What an upload record of the scraper says of its job, as a witness says it. */
public final class RecordTestimony {
    /** So many reasons are kept: a record may have one for each of thousands of files. */
    static final int MOST_REASONS = 20;

    /** So much of each, in characters. */
    static final int LONGEST_REASON = 500;

    private RecordTestimony() {}

    /** By whoever gave the record. */
    public static Optional<Testimony> of(JobRecord record) {
        Witness witness =
                switch (record.witness()) {
                    case SCRAPER_API -> Witness.SCRAPER_API;
                    case SCRAPER_DATABASE -> Witness.SCRAPER_DATABASE;
                    case OWN_UPLOAD -> Witness.RECORD;
                };
        return of(witness, record.upload(), record.readAt());
    }

    /**
     * @param read when it was read or stored; counts where the record says no time of its own
     * @return empty if there is no record
     */
    public static Optional<Testimony> of(Witness witness, UploadRecord record, Instant read) {
        return switch (record) {
            case UploadRecord.None() -> Optional.empty();
            case UploadRecord.Configuration configuration ->
                    // what came of it was not written down, which is no sign that nothing did
                    Optional.of(
                            new Testimony(
                                    witness,
                                    OutputState.UNKNOWN,
                                    new Finding.Configured(configuration.enabled().orElse(true)),
                                    read));
            case UploadRecord.Result result ->
                    Optional.of(
                            new Testimony(
                                    witness,
                                    state(result.status()),
                                    recorded(result),
                                    result.uploadedAt().orElse(read)));
            case UploadRecord.Unreadable(UploadRecord.Reason reason, String field) ->
                    Optional.of(
                            new Testimony(
                                    witness,
                                    OutputState.UNKNOWN,
                                    new Finding.Illegible(reason.messageKey(), field),
                                    read));
        };
    }

    private static OutputState state(UploadStatus status) {
        return switch (status.kind()) {
            case SUCCESS -> OutputState.COMPLETE;
            case PARTIAL -> OutputState.PARTIAL;
            case FAILED -> OutputState.FAILED;
            case PENDING -> OutputState.WAITING;
            case UPLOADING -> OutputState.UPLOADING;
            // left out on purpose: that says nothing of what is in the bucket
            case SKIPPED, OTHER -> OutputState.UNKNOWN;
        };
    }

    private static Finding recorded(UploadRecord.Result result) {
        List<String> reasons =
                result.problems().stream()
                        .map(String::strip)
                        .filter(reason -> !reason.isEmpty())
                        .limit(MOST_REASONS)
                        .map(RecordTestimony::shortened)
                        .toList();
        OptionalLong files = result.filesUploaded();
        return new Finding.Recorded(
                result.status().word().strip(),
                reasons,
                (int) Math.min(files.orElse(-1), Integer.MAX_VALUE),
                result.bytesUploaded().orElse(-1));
    }

    private static String shortened(String reason) {
        return reason.length() > LONGEST_REASON
                ? reason.substring(0, LONGEST_REASON) + "\u2026"
                : reason;
    }
}
