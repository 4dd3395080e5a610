package org.outturn.transfer;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.DownloadSelection;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/** A queue on a store in a folder, with plans made by the real planners. */
abstract class QueueFixture {
    static final Prefix TARGET = new Prefix(FolderStore.BUCKET, "in/");
    static final TransferOptions QUICK =
            new TransferOptions(
                    4,
                    16,
                    1 << 20,
                    3,
                    Duration.ofMillis(2),
                    Duration.ofMillis(10),
                    Duration.ofSeconds(5));

    @TempDir Path bucket;
    @TempDir Path disk;
    FolderStore store;
    TransferQueue queue;
    final ConcurrentLinkedQueue<BatchReport> reports = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void openQueue() {
        store = new FolderStore(bucket);
        queue = new TransferQueue(store, QUICK);
    }

    @AfterEach
    void closeQueue() {
        queue.close();
    }

    Path write(String name, String text) throws IOException {
        Path file = disk.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Plans an upload of files or folders of the disk. */
    UploadPlan upload(String... names) {
        List<Path> dropped = List.of(names).stream().map(disk::resolve).toList();
        return new UploadPlanner(store)
                .plan(
                        dropped,
                        TARGET,
                        OverwritePolicy.REPLACE_DIFFERENT,
                        Cancellation.never(),
                        PlanListener.NONE);
    }

    /** Plans a download of the whole bucket. */
    DownloadPlan download(String folder) {
        Prefix all = Prefix.root(FolderStore.BUCKET);
        return new DownloadPlanner(store)
                .plan(
                        new DownloadSelection(all, List.of(), List.of(all)),
                        disk.resolve(folder),
                        ExistingFilePolicy.KEEP_BOTH,
                        Cancellation.never(),
                        n -> {});
    }

    void awaitIdle() {
        await().atMost(Duration.ofSeconds(30)).until(() -> queue.snapshot().totals().idle());
    }

    BatchReport awaitReport(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reports.size() >= count);
        return new ArrayList<>(reports).get(count - 1);
    }

    TransferSnapshot row(String fileName) {
        return queue.snapshot().transfers().stream()
                .filter(t -> t.file().endsWith(fileName))
                .findFirst()
                .orElseThrow();
    }

    /** Blocks every upload and download until the latch opens or the transfer is cancelled. */
    void holdUntil(CountDownLatch open) {
        store.disturb((operation, address, cancellation) -> {
            cancellation.onCancel(open::countDown);
            hold(open);
            cancellation.check();
        });
    }

    /** Blocks every upload and download, each until it is cancelled itself. */
    void holdUntilCancelled() {
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("ListObjectsV2")) {
                // of a plan, which comes first
                return;
            }
            CountDownLatch own = new CountDownLatch(1);
            cancellation.onCancel(own::countDown);
            hold(own);
            cancellation.check();
        });
    }

    static void hold(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static FailureException throttled(ObjectAddress address) {
        return new FailureException(new Failure.Throttled(attempt(address), Technical.of("busy")));
    }

    static Attempt attempt(ObjectAddress address) {
        return new Attempt("PutObject", address.s3Uri());
    }
}
