package org.outturn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.DownloadSelection;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/**
 * One workload in the way that the window does it: plan, then queue. Prints the milliseconds from
 * the drop to the end of the last transfer, which the start of the JVM is no part of.
 */
final class EngineRun {
    /** Stands before the number of milliseconds on the line that tells it. */
    static final String TIME = "engine-milliseconds ";

    private EngineRun() {}

    /** Arguments: up or down, folder, bucket, prefix. */
    public static void main(String[] args) throws Exception {
        ServerUnderTest server = ServerUnderTest.given(System.getenv()).orElseThrow();
        Path folder = Path.of(args[1]);
        Prefix prefix = new Prefix(args[2], args[3]);
        try (ObjectStore store = TestBucket.open(server.connection());
                TransferQueue queue = new TransferQueue(store, TransferOptions.DEFAULTS)) {
            CompletableFuture<BatchReport> end = new CompletableFuture<>();
            long start = System.nanoTime();
            if (args[0].equals("up")) {
                queue.submit(upload(store, folder, prefix), end::complete);
            } else {
                queue.submit(download(store, folder, prefix), end::complete);
            }
            BatchReport report = watched(queue, end);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (report.failed() + report.skipped() + report.cancelled() > 0) {
                IO.println(report);
                System.exit(1);
            }
            IO.println(TIME + millis);
        }
    }

    /** Waits, and takes snapshots all the while, as the window would. */
    private static BatchReport watched(TransferQueue queue, CompletableFuture<BatchReport> end)
            throws Exception {
        while (!end.isDone()) {
            queue.snapshot();
            end.copy().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).get();
        }
        return end.get();
    }

    private static UploadPlan upload(ObjectStore store, Path folder, Prefix prefix)
            throws IOException {
        List<Path> dropped;
        try (Stream<Path> all = Files.list(folder)) {
            dropped = all.toList();
        }
        return new UploadPlanner(store)
                .plan(
                        dropped,
                        prefix,
                        OverwritePolicy.REPLACE_DIFFERENT,
                        Cancellation.never(),
                        PlanListener.NONE);
    }

    private static DownloadPlan download(ObjectStore store, Path folder, Prefix prefix) {
        return new DownloadPlanner(store)
                .plan(
                        new DownloadSelection(prefix, List.of(), List.of(prefix)),
                        folder,
                        ExistingFilePolicy.KEEP_BOTH,
                        Cancellation.never(),
                        found -> {});
    }
}
