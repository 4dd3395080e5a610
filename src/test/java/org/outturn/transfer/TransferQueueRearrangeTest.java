package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalFile;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.RearrangePlanner;
import org.outturn.rearrange.RearrangeSelection;
import org.outturn.rearrange.TakenKeyPolicy;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** Copies, moves and deletions through the queue. */
class TransferQueueRearrangeTest extends QueueFixture {
    private static final Prefix IN = new Prefix(FolderStore.BUCKET, "in/");
    private static final Prefix TO = new Prefix(FolderStore.BUCKET, "to/");

    @Test
    void aCopyIsThereBesideItsSource() {
        put("in/a", "in/b/c");
        queue.submit(copy(TakenKeyPolicy.SKIP), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(2);
        assertThat(report.direction()).isEqualTo(Direction.COPY);
        assertThat(report.changed()).containsExactlyInAnyOrder(TO, TO.child("b"));
        assertThat(store.keys()).containsExactly("in/a", "in/b/c", "to/a", "to/b/c");
        assertThat(store.text("to/b/c")).isEqualTo("in/b/c");
        TransferSnapshot row = row("to/b/c");
        assertThat(row.source()).contains(address("in/b/c"));
        assertThat(row.group()).isEqualTo("b");
        assertThat(row.doneBytes()).isEqualTo(row.totalBytes()).isEqualTo(6);
    }

    @Test
    void whatIsMovedIsGoneFromWhereItWas() {
        put("in/a", "in/b/c");
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(2);
        assertThat(report.changed())
                .containsExactlyInAnyOrder(IN, IN.child("b"), TO, TO.child("b"));
        assertThat(store.keys()).containsExactly("to/a", "to/b/c");
    }

    @Test
    void whatIsLeftOutByThePlanStays() {
        put("in/a", "in/b", "to/a");
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(store.keys()).containsExactly("in/a", "to/a", "to/b");
        assertThat(store.text("to/a")).isEqualTo("to/a");
    }

    @Test
    void whatIsRefusedByThePlanHasFailed() {
        put("in/a");
        RearrangeSelection all =
                new RearrangeSelection(Prefix.root(FolderStore.BUCKET), List.of(), List.of(IN));
        queue.submit(
                planner()
                        .move(
                                all,
                                IN.child("x"),
                                TakenKeyPolicy.SKIP,
                                Cancellation.never(),
                                n -> {}),
                reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(queue.snapshot().transfers().getFirst().canRetry()).isFalse();
        assertThat(store.keys()).containsExactly("in/a");
    }

    @Test
    void whatIsTakenByNowIsNeitherReplacedNorDeleted() {
        put("in/a");
        RearrangePlan plan = move(TakenKeyPolicy.SKIP);
        store.putText("to/a", "somebody else's");

        queue.submit(plan, reports::add);

        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(row("to/a").failure()).containsInstanceOf(Failure.Conflict.class);
        assertThat(store.text("in/a")).isEqualTo("in/a");
        assertThat(store.text("to/a")).isEqualTo("somebody else's");
    }

    @Test
    void aSourceThatChangedAfterItWasCopiedStays() {
        put("in/a");
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("DeleteObject")) {
                store.putText("in/a", "newer");
            }
        });
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);

        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(row("to/a").failure()).containsInstanceOf(Failure.Conflict.class);
        assertThat(store.text("in/a")).isEqualTo("newer");
    }

    @Test
    void aCopyThatIsNotLikeItsSourceLeavesTheSource() {
        put("in/a");
        store.disturb((operation, address, cancellation) -> {
            // somebody writes to the target while it is looked at
            if (operation.equals("HeadObject") && address.key().equals("to/a")) {
                store.putText("to/a", "other");
            }
        });
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);

        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(store.text("in/a")).isEqualTo("in/a");
    }

    @Test
    void aSourceThatMayNotBeDeletedStaysAndIsNamed() {
        put("in/a");
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("DeleteObject")) {
                throw denied(address);
            }
        });
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.changed()).contains(TO);
        assertThat(row("to/a").failure())
                .containsInstanceOf(Failure.AccessDenied.class)
                .hasValueSatisfying(
                        why -> assertThat(why.attempt().object()).isEqualTo("s3://outputs/in/a"));

        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.failed());
        assertThat(awaitReport(2).done()).isEqualTo(1);
        assertThat(store.keys()).containsExactly("to/a");
    }

    @Test
    void aMoveWhoseEndNobodyHeardIsDone() {
        put("in/a");
        RearrangePlan plan = move(TakenKeyPolicy.SKIP);
        store.disturb((operation, address, cancellation) -> {
            store.disturb((o, a, c) -> {});
            // all of it has happened when the attempt breaks off
            store.putText("to/a", "in/a");
            store.deleteIfSame(address("in/a"), store.entry("in/a").etag(), Cancellation.never());
            throw throttled(address);
        });
        queue.submit(plan, reports::add);

        assertThat(awaitReport(1).done()).isEqualTo(1);
        assertThat(store.keys()).containsExactly("to/a");
    }

    @Test
    void aThousandObjectsAreOneRequestAndHaveAStateEach() {
        for (int i = 0; i < 2500; i++) {
            store.putText("in/" + i, "x");
        }
        store.failDeletes(Map.of("in/1234", denied(address("in/1234")).failure()));
        queue.submit(delete(), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(2499);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.changed()).containsExactly(IN);
        assertThat(store.deleteRequests()).isEqualTo(3);
        assertThat(store.keys()).containsExactly("in/1234");
        assertThat(row("in/1234").failure()).containsInstanceOf(Failure.AccessDenied.class);
        assertThat(queue.snapshot().totals().bytesDone()).isZero();

        store.failDeletes(Map.of());
        queue.retry(TransferScope.failed());
        assertThat(awaitReport(2).done()).isEqualTo(2500);
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void deletionsThatFailTogetherAreTriedAgainTogether() {
        for (int i = 0; i < 900; i++) {
            store.putText("in/" + i, "x");
        }
        AtomicInteger asked = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("DeleteObjects") && asked.incrementAndGet() == 1) {
                throw throttled(address);
            }
        });
        queue.submit(delete(), reports::add);

        assertThat(awaitReport(1).done()).isEqualTo(900);
        assertThat(store.deleteRequests()).isEqualTo(2);
        assertThat(queue.snapshot().transfers())
                .extracting(TransferSnapshot::attempts)
                .containsOnly(2);
    }

    @Test
    void aRunOfDeletionsShowsHowFarItIsThoughNoByteMoves() {
        for (int i = 0; i < 3000; i++) {
            store.putText("in/" + i, "x");
        }
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("DeleteObjects") && asked.incrementAndGet() > 1) {
                hold(open);
            }
        });
        queue.submit(delete(), reports::add);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> queue.snapshot().totals().done() == 1000);
        assertThat(queue.snapshot().totals().progress()).isEqualTo(1.0 / 3);
        queue.cancel(TransferScope.all());
        open.countDown();

        // what is on its way cannot be called back and tells the truth
        BatchReport report = awaitReport(1);
        assertThat(report.done() + report.cancelled()).isEqualTo(3000);
        assertThat(store.keys()).hasSize(report.cancelled());
    }

    @Test
    void aCancelledCopyEndsAndLeavesTheSource() {
        put("in/a");
        holdCopies();
        queue.submit(move(TakenKeyPolicy.SKIP), reports::add);
        await().until(() -> queue.snapshot().totals().running() == 1);
        queue.cancel(TransferScope.all());

        assertThat(awaitReport(1).cancelled()).isEqualTo(1);
        assertThat(store.keys()).containsExactly("in/a");
    }

    @Test
    void theNextStartGoesOnWithAllThreeKinds() {
        put("in/a");
        queue.close();
        try (Journal journal =
                new JournalFile(disk.resolve("queue.db"), Clock.systemUTC()).open().journal()) {
            for (RearrangePlan plan :
                    List.of(copy(TakenKeyPolicy.SKIP), move(TakenKeyPolicy.KEEP_BOTH), delete())) {
                put("in/a");
                store.remove("to/a");
                TransferQueue first =
                        new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
                holdCopies();
                first.submit(plan, BatchListener.NONE);
                first.pause(TransferScope.all());
                first.close();
                assertThat(store.keys()).contains("in/a").doesNotContain("to/a");
                store.disturb((operation, address, cancellation) -> {});

                queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
                queue.restore(reports::add);
                queue.resume(TransferScope.all());
                queue.retry(TransferScope.failed());
                awaitIdle();
                assertThat(queue.snapshot().transfers())
                        .last()
                        .satisfies(row -> assertThat(row.state()).isEqualTo(TransferState.DONE));
                queue.close();
            }
        }
        assertThat(store.keys()).doesNotContain("in/a");
    }

    /** Holds copies until they are cancelled, and has deletions fail for a passing reason. */
    private void holdCopies() {
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("CopyObject")) {
                CountDownLatch own = new CountDownLatch(1);
                cancellation.onCancel(own::countDown);
                hold(own);
                cancellation.check();
            } else if (operation.equals("DeleteObjects")) {
                throw throttled(address);
            }
        });
    }

    private void put(String... keys) {
        for (String key : keys) {
            store.putText(key, key);
        }
    }

    private RearrangePlanner planner() {
        return new RearrangePlanner(store);
    }

    /** Everything that is in the place, one level at a time. */
    private RearrangeSelection all() {
        List<String> keys =
                store.keys().stream().filter(key -> key.startsWith(IN.value())).toList();
        int base = IN.value().length();
        return new RearrangeSelection(
                IN,
                keys.stream().filter(key -> key.indexOf('/', base) < 0).map(store::entry).toList(),
                keys.stream()
                        .filter(key -> key.indexOf('/', base) >= 0)
                        .map(key -> IN.child(key.substring(base, key.indexOf('/', base))))
                        .distinct()
                        .toList());
    }

    private RearrangePlan copy(TakenKeyPolicy policy) {
        return planner().copy(all(), TO, policy, Cancellation.never(), n -> {});
    }

    private RearrangePlan move(TakenKeyPolicy policy) {
        return planner().move(all(), TO, policy, Cancellation.never(), n -> {});
    }

    private RearrangePlan delete() {
        return planner().delete(all(), Cancellation.never(), n -> {});
    }

    private static ObjectAddress address(String key) {
        return new ObjectAddress(FolderStore.BUCKET, key);
    }

    @Override
    TransferSnapshot row(String key) {
        return queue.snapshot().transfers().stream()
                .filter(t -> t.address().equals(Optional.of(address(key))))
                .findFirst()
                .orElseThrow();
    }

    private static FailureException denied(ObjectAddress address) {
        return new FailureException(
                new Failure.AccessDenied(
                        "s3:DeleteObject",
                        new Attempt("DeleteObject", address.s3Uri()),
                        Technical.of("")));
    }
}
