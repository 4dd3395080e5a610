package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.outturn.upload.UploadPlan;

class TransferQueueLoadTest extends QueueFixture {
    private static final int FILES = 5_000;
    private static final com.sun.management.ThreadMXBean MEMORY =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void thousandsOfSmallFilesAFewAtATimeWithSumsThatAlwaysFit() throws IOException {
        for (int i = 0; i < FILES; i++) {
            write("d/" + i % 50 + "/" + i, "small file " + i);
        }
        UploadPlan plan = upload("d");
        AtomicInteger calls = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (calls.incrementAndGet() % 100 == 0) {
                throw throttled(address);
            }
        });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.resetPeakThreadCount();
        int before = threads.getThreadCount();
        queue.submit(plan, reports::add);
        AtomicReference<QueueSnapshot> last = new AtomicReference<>(queue.snapshot());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    QueueSnapshot snapshot = queue.snapshot();
                    check(snapshot, last.getAndSet(snapshot));
                    return !reports.isEmpty();
                });
        assertThat(awaitReport(1).done()).isEqualTo(FILES);
        assertThat(store.keys()).hasSize(FILES);
        assertThat(store.mostRunning()).isBetween(2, QUICK.smallAtATime());
        // carriers of virtual threads (up to 256 when files block them), but no thread per file
        assertThat(threads.getPeakThreadCount() - before).isLessThan(FILES / 10);
    }

    private static void check(QueueSnapshot snapshot, QueueSnapshot last) {
        QueueTotals totals = snapshot.totals();
        assertThat(totals.count()).isEqualTo(FILES);
        assertThat(snapshot.transfers()).hasSize(FILES);
        assertThat(totals.running()).isLessThanOrEqualTo(QUICK.smallAtATime());
        assertThat(totals.done()).isGreaterThanOrEqualTo(last.totals().done());
        assertThat(totals.bytesDone()).isBetween(0L, totals.bytesTotal());
    }

    @Test
    void largeAndSmallDoNotWaitForEachOther() throws IOException {
        queue.close();
        queue =
                new TransferQueue(
                        store,
                        new TransferOptions(
                                2, 3, 10, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5)));
        for (int i = 0; i < 10; i++) {
            write("d/large" + i, "more than ten bytes");
            write("d/small" + i, "tiny");
        }
        UploadPlan plan = upload("d");
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> {
            if (address.name().startsWith("large")) {
                hold(open);
            }
        });
        queue.submit(plan, reports::add);
        await().until(() -> queue.snapshot().totals().done() == 10);
        assertThat(queue.snapshot().totals().running()).isEqualTo(2);
        open.countDown();
        awaitReport(1);
        assertThat(store.mostRunning()).isLessThanOrEqualTo(5);
    }

    @Test
    void lookingCostsLittleHoweverLongTheList() throws IOException {
        for (int i = 0; i < FILES; i++) {
            write("d/" + i, "");
        }
        UploadPlan plan = upload("d");
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> hold(open));
        queue.submit(plan, reports::add);
        await().until(() -> queue.snapshot().totals().running() == QUICK.smallAtATime());
        queue.snapshot();
        long before = MEMORY.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            queue.snapshot();
        }
        // a list of all of them each time would be 20 kB or more
        assertThat((MEMORY.getCurrentThreadAllocatedBytes() - before) / 1_000).isLessThan(2_000);
        queue.cancel(TransferScope.all());
        open.countDown();
        awaitIdle();
    }
}
