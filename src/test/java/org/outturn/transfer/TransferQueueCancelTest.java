package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.outturn.upload.UploadPlan;

class TransferQueueCancelTest extends QueueFixture {

    @Test
    void oneRunningTransferIsStoppedAndCanBeBegunAnew() throws IOException {
        write("a", "1");
        write("b", "1");
        UploadPlan plan = upload("a", "b");
        store.disturb((operation, address, cancellation) -> {
            if (address.key().endsWith("/a")) {
                CountDownLatch stopped = new CountDownLatch(1);
                cancellation.onCancel(stopped::countDown);
                hold(stopped);
                cancellation.check();
            }
        });
        queue.submit(plan, reports::add);
        await().until(() -> row("b").state() == TransferState.DONE);
        assertThat(row("a").state()).isEqualTo(TransferState.RUNNING);

        queue.cancel(TransferScope.of(row("a").id()));
        BatchReport report = awaitReport(1);
        assertThat(report.cancelled()).isEqualTo(1);
        assertThat(row("a").canRetry()).isTrue();
        assertThat(store.keys()).containsExactly("in/b");

        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.failed());
        assertThat(row("a").state()).isEqualTo(TransferState.CANCELLED);
        queue.retry(TransferScope.of(row("a").id()));
        assertThat(awaitReport(2).done()).isEqualTo(2);
    }

    @Test
    void waitingTransfersOfOneBatchAreCancelledAtOnce() throws IOException {
        for (int i = 0; i < 50; i++) {
            write("d/" + i, "text");
            write("e/" + i, "text");
        }
        UploadPlan first = upload("d");
        UploadPlan second = upload("e");
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> hold(open));
        queue.submit(first, reports::add);
        BatchId batch = queue.submit(second, reports::add);
        queue.cancel(TransferScope.of(batch));
        assertThat(queue.snapshot().totals().cancelled()).isEqualTo(50);
        assertThat(awaitReport(1).batch()).isEqualTo(batch);
        open.countDown();
        assertThat(awaitReport(2).done()).isEqualTo(50);
        assertThat(store.keys()).hasSize(50).allMatch(key -> key.startsWith("in/d/"));
    }

    @Test
    void cancelDuringAPauseBeforeTheNextAttemptEndsIt() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        queue.close();
        queue =
                new TransferQueue(
                        store,
                        new TransferOptions(
                                1,
                                1,
                                0,
                                5,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(5)));
        store.disturb((operation, address, cancellation) -> {
            throw throttled(address);
        });
        queue.submit(plan, reports::add);
        await().until(() -> row("a").failure().isPresent());
        assertThat(row("a").state()).isEqualTo(TransferState.WAITING);
        queue.cancel(TransferScope.all());
        assertThat(row("a").state()).isEqualTo(TransferState.CANCELLED);
        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.of(row("a").id()));
        assertThat(awaitReport(2).done()).isEqualTo(1);
    }

    @RepeatedTest(20)
    void cancelsAtAnyMomentLeaveEveryTransferInATrueState() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("d/" + i, "x".repeat(i * 500));
        }
        UploadPlan plan = upload("d");
        queue.submit(plan, reports::add);
        for (int i = 0; i < 4; i++) {
            queue.snapshot().transfers().stream()
                    .filter(t -> t.id().value() % 3 == 0)
                    .forEach(t -> queue.cancel(TransferScope.of(t.id())));
            queue.snapshot().transfers().forEach(t -> queue.retry(TransferScope.of(t.id())));
            Thread.onSpinWait();
        }
        queue.cancel(TransferScope.all());
        awaitIdle();
        assertThat(queue.snapshot().totals().count()).isEqualTo(30);
        for (TransferSnapshot row : queue.snapshot().transfers()) {
            boolean stored = store.keys().contains(row.address().get().key());
            assertThat(row.state()).isIn(TransferState.DONE, TransferState.CANCELLED);
            assertThat(stored).isEqualTo(row.state() == TransferState.DONE);
        }
    }

    @Test
    void closingCancelsAndWaits() throws IOException {
        write("a", "1");
        write("b", "1");
        UploadPlan plan = upload("a", "b");
        holdUntilCancelled();
        queue.submit(plan, reports::add);
        await().until(() -> queue.snapshot().totals().running() == 2);
        queue.close();
        assertThat(queue.snapshot().totals().cancelled()).isEqualTo(2);
        queue.close();
    }

    @Test
    void closingDoesNotWaitForEver() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        queue.close();
        queue =
                new TransferQueue(
                        store,
                        new TransferOptions(
                                1, 1, 0, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50)));
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> hold(open));
        queue.submit(plan, reports::add);
        await().until(() -> queue.snapshot().totals().running() == 1);
        Instant begin = Instant.now();
        queue.close();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        open.countDown();
        awaitIdle();
    }
}
