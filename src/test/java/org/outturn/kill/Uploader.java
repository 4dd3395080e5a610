package org.outturn.kill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalFile;
import org.outturn.journal.OpenedJournal;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/**
 * The program without its window: uploads a folder, going on with what its journal has. Ends with 0
 * when everything is uploaded.
 */
public final class Uploader {
    /** Something has failed; it is written to the error stream. */
    static final int FAILED = 3;

    /** The journal of the last time could not be used. */
    static final int JOURNAL_LOST = 4;

    private Uploader() {}

    /**
     * @param args the folder, the journal's file, the bucket
     */
    public static void main(String[] args) throws InterruptedException {
        OpenedJournal opened = new JournalFile(Path.of(args[1]), Clock.systemUTC()).open();
        if (opened.trouble() != OpenedJournal.Trouble.NONE) {
            System.err.println("the journal: " + opened.trouble());
            System.exit(JOURNAL_LOST);
        }
        ServerUnderTest server = ServerUnderTest.given(System.getenv()).orElseThrow();
        int status;
        try (Journal journal = opened.journal();
                ObjectStore store = TestBucket.open(server.connection());
                TransferQueue queue =
                        new TransferQueue(
                                store,
                                TransferOptions.DEFAULTS,
                                journal,
                                "under test",
                                Clock.systemUTC())) {
            status = upload(store, queue, Path.of(args[0]), new Prefix(args[2], "in/"));
        }
        System.exit(status);
    }

    private static int upload(ObjectStore store, TransferQueue queue, Path folder, Prefix target)
            throws InterruptedException {
        queue.restore(BatchListener.NONE);
        if (queue.snapshot().transfers().isEmpty()) {
            UploadPlan plan =
                    new UploadPlanner(store)
                            .plan(
                                    List.of(folder),
                                    target,
                                    OverwritePolicy.REPLACE_DIFFERENT,
                                    Cancellation.never(),
                                    PlanListener.NONE);
            queue.submit(plan, BatchListener.NONE);
        }
        while (!queue.snapshot().totals().idle()) {
            Thread.sleep(Duration.ofMillis(20));
        }
        queue.snapshot().transfers().stream()
                .filter(row -> row.failure().isPresent())
                .forEach(row -> System.err.println(row.file() + ": " + row.failure().get()));
        return queue.snapshot().totals().failed() == 0 ? 0 : FAILED;
    }
}
