package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalEntry;
import org.outturn.journal.JournalFile;
import org.outturn.storage.Encryption;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.StoreOptions;
import org.outturn.upload.UploadOptions;

/** A queue on a journal on the disk, over several starts of the program. */
class TransferQueueRestoreTest extends QueueFixture {
    private static final String CONNECTION = "prod https://s3.example.org";

    @TempDir Path state;
    private Journal journal;

    @BeforeEach
    void useJournal() {
        queue.close();
        start();
    }

    @AfterEach
    void closeJournal() {
        queue.close();
        journal.close();
    }

    private int start() {
        journal = new JournalFile(state.resolve("queue.db"), Clock.systemUTC()).open().journal();
        queue = new TransferQueue(store, QUICK, journal, CONNECTION, Clock.systemUTC());
        return queue.restore(reports::add);
    }

    private int restart() {
        queue.close();
        journal.close();
        return start();
    }

    @Test
    void whatWasNotDoneGoesOnAtTheNextStart() throws IOException {
        for (int i = 0; i < 40; i++) {
            write("d/" + i, "text " + i);
        }
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> {
            if (address.key().hashCode() % 2 == 0) {
                cancellation.onCancel(open::countDown);
                hold(open);
                cancellation.check();
            }
        });
        queue.submit(upload("d"), reports::add);
        await().until(() -> queue.snapshot().totals().running() > 0);

        store.disturb((operation, address, cancellation) -> {});
        int left = restart();

        assertThat(awaitReport(1).done()).isEqualTo(40);
        assertThat(left).isBetween(1, 40);
        assertThat(store.keys()).hasSize(40);
        assertThat(queue.snapshot().transfers())
                .hasSize(40)
                .allMatch(row -> row.group().equals("d"));
    }

    @Test
    void whatIsFinishedIsForgottenAtTheNextStart() throws IOException {
        write("a", "1");
        queue.submit(upload("a"), reports::add);
        awaitReport(1);

        assertThat(restart()).isZero();
        assertThat(queue.snapshot().transfers()).isEmpty();
        assertThat(journal.batches(CONNECTION)).isEmpty();
    }

    @Test
    void howAFileIsStoredIsRememberedToo() throws IOException {
        write("a", "1");
        write("b", "2");
        StoreOptions cold =
                new StoreOptions(
                        "STANDARD_IA",
                        new Encryption.Kms("alias/outputs"),
                        ObjectTags.of(Map.of("client", "agar")));
        StoreOptions managed = new StoreOptions("", new Encryption.S3Managed(), ObjectTags.NONE);
        holdUntilCancelled();
        queue.submit(upload("a").withOptions(UploadOptions.DEFAULTS.withStore(cold)), reports::add);
        queue.submit(
                upload("b").withOptions(UploadOptions.DEFAULTS.withStore(managed)), reports::add);
        await().until(() -> queue.snapshot().totals().running() == 2);

        store.disturb((operation, address, cancellation) -> {});
        restart();
        awaitIdle();

        assertThat(store.options("in/a")).isEqualTo(cold);
        assertThat(store.options("in/b")).isEqualTo(managed);
        assertThat(store.metadata("in/a")).containsKey("mtime");
    }

    @Test
    void pausedStaysPausedUntilItIsResumed() throws IOException {
        write("a", "1");
        write("b", "2");
        holdUntilCancelled();
        queue.submit(upload("a", "b"), reports::add);
        await().until(() -> queue.snapshot().totals().running() == 2);

        queue.pause(TransferScope.of(row("a").id()));
        await().until(() -> row("a").state() == TransferState.PAUSED);
        store.disturb((operation, address, cancellation) -> {});
        assertThat(restart()).isEqualTo(2);
        await().until(() -> row("b").state() == TransferState.DONE);
        assertThat(row("a").state()).isEqualTo(TransferState.PAUSED);

        queue.resume(TransferScope.all());
        assertThat(awaitReport(1).done()).isEqualTo(2);
    }

    @Test
    void aFailureIsThereWithItsReasonAndCanBeRetried() throws IOException {
        write("a", "1");
        Failure.AccessDenied denied =
                new Failure.AccessDenied(
                        "s3:PutObject",
                        new Attempt("PutObject", "s3://outputs/in/a"),
                        new Technical(403, "AccessDenied", "tx1", "no"));
        store.disturb((operation, address, cancellation) -> {
            throw new FailureException(denied);
        });
        queue.submit(upload("a"), reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);

        assertThat(restart()).isZero();
        assertThat(row("a").state()).isEqualTo(TransferState.FAILED);
        assertThat(row("a").failure()).contains(denied);

        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.failed());
        assertThat(awaitReport(2).done()).isEqualTo(1);
    }

    @Test
    void anUploadWhoseAnswerNobodyHeardIsNotDoneTwice() throws IOException {
        write("a", "the same");
        Path later = write("b", "second");
        queue.pause(TransferScope.all());
        holdUntilCancelled();
        queue.submit(upload("a", "b"), reports::add);
        await().until(() -> queue.snapshot().totals().running() == 2);
        queue.close();
        journal.close();
        // the server had stored it; only the word of it was lost
        store.putText("in/a", "the same");
        store.putText("in/b", "somebody else's");
        store.disturb((operation, address, cancellation) -> {});

        start();

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(row(later.getFileName().toString()).failure().orElseThrow())
                .isInstanceOf(Failure.Conflict.class);
        assertThat(store.text("in/b")).isEqualTo("somebody else's");
    }

    @Test
    void theOrderSurvives() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            write(name, name);
        }
        queue.close();
        queue = oneAtATime();
        CountDownLatch open = new CountDownLatch(1);
        holdUntilCancelled();
        queue.submit(upload("a", "b", "c", "d", "e"), reports::add);
        await().until(() -> row("a").state() == TransferState.RUNNING);
        queue.first(TransferScope.of(row("d").id()));
        queue.close();
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("PutObject")) {
                order.add(address.name());
            }
        });
        open.countDown();

        queue = oneAtATime();
        queue.restore(reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(5);
        assertThat(order).containsExactly("d", "a", "b", "c", "e");
    }

    private TransferQueue oneAtATime() {
        TransferOptions options =
                new TransferOptions(
                        1,
                        1,
                        QUICK.smallBytes(),
                        QUICK.attempts(),
                        QUICK.firstPause(),
                        QUICK.longestPause(),
                        QUICK.closeWait());
        return new TransferQueue(store, options, journal, CONNECTION, Clock.systemUTC());
    }

    @Test
    void anotherConnectionHasItsOwnTransfers() throws IOException {
        write("a", "1");
        holdUntilCancelled();
        queue.submit(upload("a"), reports::add);
        await().until(() -> queue.snapshot().totals().running() == 1);
        queue.close();
        assertThat(journal.open()).isEqualTo(Map.of(CONNECTION, 1));

        queue = new TransferQueue(store, QUICK, journal, "other", Clock.systemUTC());
        assertThat(queue.restore(reports::add)).isZero();
        assertThat(queue.snapshot().transfers()).isEmpty();
    }

    /** Whatever is shown as ended or paused is in the journal already. */
    @RepeatedTest(10)
    void nothingIsShownBeforeItIsWritten() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("d/" + i, "text " + i);
        }
        store.disturb((operation, address, cancellation) -> {
            if (address.key().endsWith("7")) {
                throw throttled(address);
            }
        });
        BatchId batch = queue.submit(upload("d"), reports::add);
        int seen = 0;
        boolean stopped = false;
        while (reports.isEmpty()) {
            QueueSnapshot shown = queue.snapshot();
            Map<Long, String> written = new HashMap<>();
            for (JournalEntry entry : journal.entries(batch.value())) {
                written.put(entry.id(), entry.mark().state());
            }
            for (TransferSnapshot row : shown.transfers()) {
                if (row.state().terminal()) {
                    seen++;
                    assertThat(written).containsEntry(row.id().value(), row.state().name());
                }
            }
            if (!stopped && shown.totals().done() > 100) {
                stopped = true;
                queue.cancel(TransferScope.all());
            }
        }
        assertThat(seen).isPositive();
        assertThat(queue.snapshot().totals().left()).isZero();
    }

    @Test
    void whatIsClearedIsForgotten() throws IOException {
        write("a", "1");
        queue.submit(upload("a"), reports::add);
        awaitReport(1);
        queue.clearFinished();
        assertThat(journal.batches(CONNECTION)).isEmpty();
    }

    @RepeatedTest(10)
    void pausingAndResumingAtAnyMomentLosesNothing() throws IOException {
        for (int i = 0; i < 60; i++) {
            write("d/" + i, "x".repeat(i * 300));
        }
        queue.submit(upload("d"), reports::add);
        for (int i = 0; i < 30; i++) {
            queue.pause(TransferScope.all());
            queue.resume(TransferScope.all());
        }
        awaitReport(1);
        assertThat(queue.snapshot().totals().done()).isEqualTo(60);
        assertThat(store.keys()).hasSize(60);
    }
}
