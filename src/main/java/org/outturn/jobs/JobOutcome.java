package org.outturn.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.outturn.failure.Failure;
import org.outturn.records.RecordedUrl;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadStatus;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

/**
 * Makes a record in the scraper's form of what has become of an upload. A file that was there
 * already, byte for byte as far as could be told, counts as uploaded: after a retry the record
 * tells of the job and not of the retry.
 */
public final class JobOutcome {
    /** More are counted and not listed: a record is read by people. */
    static final int MOST_ERRORS = 1_000;

    private final Function<Failure, String> words;

    /**
     * @param words what a failure is called, in one line, without secrets
     */
    public JobOutcome(Function<Failure, String> words) {
        this.words = words;
    }

    /**
     * @param report of the batch when it has ended
     * @param transfers of the batch, as many as are still in the list
     * @param now when it ended
     */
    public Result record(
            JobUpload upload, BatchReport report, List<TransferSnapshot> transfers, Instant now) {
        List<TransferSnapshot> there = transfers.stream().filter(JobOutcome::isThere).toList();
        List<String> errors =
                transfers.stream()
                        .filter(JobOutcome::isMissing)
                        .map(transfer -> name(upload, transfer) + ": " + why(transfer))
                        .toList();
        int missing = report.failed() + report.cancelled();
        int uploaded = report.done() + upload.thereFiles();
        return new Result(
                Optional.of(true),
                status(uploaded, missing),
                Optional.of(now.truncatedTo(ChronoUnit.MILLIS)),
                urls(upload, there),
                bytes(upload, report, transfers),
                OptionalLong.of(uploaded),
                listed(errors, missing),
                Optional.empty());
    }

    private static UploadStatus status(int uploaded, int missing) {
        if (missing == 0) {
            return UploadStatus.SUCCESS;
        }
        return uploaded > 0 ? UploadStatus.PARTIAL : UploadStatus.FAILED;
    }

    /** Empty if files have left the list whose size nobody knows any more. */
    private static OptionalLong bytes(
            JobUpload upload, BatchReport report, List<TransferSnapshot> transfers) {
        List<TransferSnapshot> done =
                transfers.stream().filter(t -> t.state() == TransferState.DONE).toList();
        if (done.size() == report.done()) {
            long bytes = done.stream().mapToLong(TransferSnapshot::totalBytes).sum();
            return OptionalLong.of(bytes + upload.thereBytes());
        }
        return report.done() == upload.files()
                ? OptionalLong.of(upload.bytes() + upload.thereBytes())
                : OptionalLong.empty();
    }

    /** As many as people read, and how many there are besides. */
    private static List<String> listed(List<String> errors, int missing) {
        List<String> first = errors.stream().limit(MOST_ERRORS).toList();
        int more = missing - first.size();
        return more <= 0
                ? first
                : Stream.concat(first.stream(), Stream.of("and " + more + " more files")).toList();
    }

    private static boolean isThere(TransferSnapshot transfer) {
        return transfer.state() == TransferState.DONE
                || transfer.state() == TransferState.SKIPPED
                        && JobUpload.isThere(transfer.reasonKey());
    }

    private static boolean isMissing(TransferSnapshot transfer) {
        return transfer.state() == TransferState.FAILED
                || transfer.state() == TransferState.CANCELLED;
    }

    private static String name(JobUpload upload, TransferSnapshot transfer) {
        return transfer.address()
                .map(address -> below(upload, address))
                .orElseGet(() -> String.valueOf(transfer.file().getFileName()));
    }

    private String why(TransferSnapshot transfer) {
        return transfer.state() == TransferState.CANCELLED
                ? "cancelled"
                : transfer.failure().map(words).orElse("failed");
    }

    private static String below(JobUpload upload, ObjectAddress address) {
        String base = upload.place().value();
        return address.key().startsWith(base)
                ? address.key().substring(base.length())
                : address.key();
    }

    private static List<RecordedUrl> urls(JobUpload upload, List<TransferSnapshot> there) {
        SortedMap<JobPart, RecordedUrl> urls = new TreeMap<>();
        for (TransferSnapshot transfer : there) {
            ObjectAddress address = transfer.address().orElseThrow();
            JobPart part = JobPart.of(below(upload, address));
            if (part.isFolder()) {
                String folder = part.path().substring(0, part.path().length() - 1);
                urls.putIfAbsent(
                        part,
                        new RecordedUrl(
                                RecordedUrl.nameOfFolder(folder),
                                upload.place().child(folder).s3Uri()));
            } else if (part != JobPart.OTHER) {
                urls.putIfAbsent(
                        part,
                        new RecordedUrl(RecordedUrl.nameOfFile(part.path()), address.s3Uri()));
            }
        }
        return List.copyOf(urls.values());
    }
}
