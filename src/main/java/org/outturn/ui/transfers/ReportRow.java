package org.outturn.ui.transfers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/**
 * One transfer in a report. Addresses are S3 URIs, never presigned links; of a failure there are
 * its plain words and the server's error code.
 *
 * @param size bytes
 * @param started ISO 8601, UTC; empty when it was not
 * @param ended ISO 8601, UTC; empty when it has not
 */
record ReportRow(
        String name,
        String direction,
        String file,
        String source,
        String address,
        long size,
        String state,
        String failure,
        String code,
        int attempts,
        String started,
        String ended) {
    /** The names of the components, in their order. */
    static final List<String> FIELDS =
            List.of(
                    "name",
                    "direction",
                    "file",
                    "source",
                    "address",
                    "size",
                    "state",
                    "failure",
                    "code",
                    "attempts",
                    "started",
                    "ended");

    static ReportRow of(TransferSnapshot transfer, Messages messages) {
        return new ReportRow(
                TransferTexts.name(transfer),
                transfer.direction().name().toLowerCase(Locale.ROOT),
                transfer.file().toString(),
                transfer.source().map(ObjectAddress::s3Uri).orElse(""),
                transfer.address().map(ObjectAddress::s3Uri).orElse(""),
                transfer.totalBytes(),
                transfer.state().name().toLowerCase(Locale.ROOT),
                transfer.failure()
                        .map(why -> FailureText.of(why, messages).why())
                        .orElseGet(() -> reason(transfer.reasonKey(), messages)),
                transfer.failure().map(ReportRow::code).orElse(""),
                transfer.attempts(),
                transfer.started().map(Instant::toString).orElse(""),
                transfer.ended().map(Instant::toString).orElse(""));
    }

    private static String reason(String key, Messages messages) {
        return !key.isEmpty() && messages.has(key) ? messages.text(key) : "";
    }

    private static String code(Failure why) {
        String code = why.technical().code();
        int status = why.technical().status();
        return code.isEmpty() && status != 0 ? String.valueOf(status) : code;
    }

    /** The values in the order of {@link #FIELDS}. */
    List<String> values() {
        return List.of(
                name,
                direction,
                file,
                source,
                address,
                String.valueOf(size),
                state,
                failure,
                code,
                String.valueOf(attempts),
                started,
                ended);
    }
}
