package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalFile;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagPlan;

/** Changes of tags through the queue. */
class TransferQueueTagTest extends QueueFixture {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final TagEdit CLIENT = TagEdit.set(Map.of("client", "agar"));

    @TempDir Path state;

    private final ConcurrentMap<ObjectAddress, ObjectTags> told = new ConcurrentHashMap<>();
    private final BatchListener listener =
            new BatchListener() {
                @Override
                public void batchFinished(BatchReport report) {
                    reports.add(report);
                }

                @Override
                public void tagged(ObjectAddress address, ObjectTags tags) {
                    told.put(address, tags);
                }
            };

    @Test
    void addsChangesAndRemovesAndLeavesTheRest() {
        put("a", Map.of("client", "old", "type", "x", "date", "2025-11-14"));
        TagEdit edit =
                new TagEdit(
                        ObjectTags.of(Map.of("client", "agar", "new", "")),
                        new TreeSet<>(List.of("type", "absent")),
                        false);

        queue.submit(plan(edit, "a"), listener);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.direction()).isEqualTo(Direction.TAG);
        assertThat(report.changed()).isEmpty();
        Map<String, String> after = Map.of("client", "agar", "new", "", "date", "2025-11-14");
        assertThat(tags("a")).isEqualTo(after);
        assertThat(told).containsExactly(Map.entry(at("a"), ObjectTags.of(after)));
    }

    @Test
    void whatIsSoAlreadyIsNotWrittenAgain() {
        put("a", Map.of("client", "agar"));
        put("b", Map.of());
        AtomicInteger written = count("PutObjectTagging");
        queue.submit(plan(CLIENT, "a", "b"), listener);

        assertThat(awaitReport(1).done()).isEqualTo(2);
        assertThat(written).hasValue(1);
        assertThat(told).containsOnlyKeys(at("a"), at("b"));
    }

    @Test
    void thousandsHaveAStateEachAndLieInOneGroup() {
        IntStream.range(0, 3000).forEach(i -> put("in/" + i, Map.of("i", "" + i)));
        String[] keys = store.keys().toArray(String[]::new);
        denyWriting("in/1234");
        queue.submit(plan(CLIENT, keys), listener);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(2999);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(row("in/1234").failure()).containsInstanceOf(Failure.AccessDenied.class);
        assertThat(tags("in/77")).isEqualTo(Map.of("client", "agar", "i", "77"));
        assertThat(queue.snapshot().totals().bytesTotal()).isZero();
        assertThat(queue.snapshot().groups()).hasSize(1);
        GroupSnapshot group = queue.snapshot().groups().getFirst();
        assertThat(group.direction()).isEqualTo(Direction.TAG);
        assertThat(group.counts().count()).isEqualTo(3000);

        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.failed());
        assertThat(awaitReport(2).done()).isEqualTo(3000);
    }

    @Test
    void tooManyTagsAreRefusedBeforeTheServerIsAsked() {
        Map<String, String> nine = new ConcurrentHashMap<>();
        IntStream.range(0, 9).forEach(i -> nine.put("k" + i, "v"));
        put("nine", nine);
        put("none", Map.of());
        AtomicInteger written = count("PutObjectTagging");
        queue.submit(plan(TagEdit.set(Map.of("x", "1", "y", "2")), "nine", "none"), listener);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(row("nine").failure())
                .containsInstanceOf(Failure.TooManyTags.class)
                .hasValueSatisfying(why -> assertThat(why.subject()).isEqualTo("11"));
        assertThat(written).hasValue(1);
        assertThat(tags("nine")).isEqualTo(nine);
    }

    @Test
    void whatIsGoneByNowHasFailed() {
        put("a", Map.of());
        TagPlan plan = plan(CLIENT, "a", "gone");
        queue.submit(plan, listener);

        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(row("gone").failure()).containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void whoseDayIsNotKnownIsLeftOut() {
        put("2025-11-14/a", Map.of());
        put("other", Map.of());
        TagEdit edit = TagEdit.set(Map.of("date", "{date}", "set", "on {today}"));
        TagPlan plan =
                TagPlan.of(
                        List.of(at("2025-11-14/a"), at("other")),
                        edit,
                        address ->
                                address.key().startsWith("2025")
                                        ? Optional.of(LocalDate.of(2025, 11, 14))
                                        : Optional.empty(),
                        TODAY);
        assertThat(plan.objectsToDo()).isEqualTo(1);
        queue.submit(plan, listener);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(tags("2025-11-14/a"))
                .isEqualTo(Map.of("date", "2025-11-14", "set", "on 2026-11-21"));
        assertThat(row("other").reasonKey()).isEqualTo("tags.reason.noDay");
    }

    @Test
    void aPassingTroubleIsTriedAgain() {
        put("a", Map.of());
        AtomicInteger asked = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (asked.incrementAndGet() <= 2) {
                throw throttled(address);
            }
        });
        queue.submit(plan(CLIENT, "a"), listener);

        assertThat(awaitReport(1).done()).isEqualTo(1);
        assertThat(row("a").attempts()).isEqualTo(3);
    }

    @Test
    void pausedResumedAndCancelledLikeTheOthers() {
        IntStream.range(0, 200).forEach(i -> put("" + i, Map.of()));
        String[] keys = store.keys().toArray(String[]::new);
        Semaphore turns = new Semaphore(30);
        store.disturb((operation, address, cancellation) -> turns.acquireUninterruptibly());
        queue.submit(plan(CLIENT, keys), listener);
        await().until(() -> turns.availablePermits() == 0);

        queue.pause(TransferScope.all());
        turns.release(1000);
        await().until(() -> queue.snapshot().totals().running() == 0);
        assertThat(queue.snapshot().totals().paused()).isPositive();
        assertThat(reports).isEmpty();

        queue.resume(TransferScope.all());
        assertThat(awaitReport(1).done()).isEqualTo(200);

        queue.clearFinished();
        CountDownLatch open = new CountDownLatch(1);
        store.disturb((operation, address, cancellation) -> hold(open));
        queue.submit(plan(TagEdit.set(Map.of("second", "")), keys), listener);
        await().until(() -> queue.snapshot().totals().running() > 0);
        queue.cancel(TransferScope.all());
        open.countDown();

        BatchReport cancelled = awaitReport(2);
        assertThat(cancelled.done() + cancelled.cancelled()).isEqualTo(200);
        assertThat(cancelled.cancelled()).isGreaterThan(100);
        assertThat(store.keys().stream().filter(key -> tags(key).containsKey("second")).count())
                .isEqualTo(cancelled.done());
    }

    @Test
    void theNextStartGoesOnWithWhatWasNotDone() {
        IntStream.range(0, 100).forEach(i -> put("" + i, Map.of("old", "1")));
        String[] keys = store.keys().toArray(String[]::new);
        TagEdit edit =
                new TagEdit(
                        ObjectTags.of(Map.of("client", "agar")),
                        new TreeSet<>(List.of("old")),
                        false);
        queue.close();
        try (Journal journal = journal()) {
            queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
            Semaphore turns = new Semaphore(60);
            store.disturb((operation, address, cancellation) -> turns.acquireUninterruptibly());
            queue.submit(plan(edit, keys), listener);
            await().until(() -> turns.availablePermits() == 0);
            queue.pause(TransferScope.all());
            turns.release(1000);
            queue.close();
        }
        try (Journal journal = journal()) {
            queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
            assertThat(queue.restore(listener)).isBetween(1, 99);
            queue.resume(TransferScope.all());
            awaitIdle();
            assertThat(queue.snapshot().totals().done()).isEqualTo(100);
            assertThat(queue.snapshot().groups()).hasSize(1);
            assertThat(store.keys()).allMatch(key -> tags(key).equals(Map.of("client", "agar")));
            queue.close();
        }
    }

    @Test
    void aChangeWhoseAnswerWasLostIsDone() {
        put("a", Map.of("old", "1"));
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("PutObjectTagging")) {
                AtomicInteger written = count(operation);
                store.setTags(address, ObjectTags.of(Map.of("client", "agar", "old", "1")));
                assertThat(written).hasValue(1);
                store.disturb((again, _, _) -> assertThat(again).isEqualTo("GetObjectTagging"));
                throw throttled(address);
            }
        });
        queue.submit(plan(CLIENT, "a"), listener);

        assertThat(awaitReport(1).done()).isEqualTo(1);
        assertThat(row("a").attempts()).isEqualTo(2);
        assertThat(tags("a")).isEqualTo(Map.of("client", "agar", "old", "1"));
    }

    @Test
    void failuresOfTagsAreRememberedToo() {
        Map<String, String> ten = new ConcurrentHashMap<>();
        IntStream.range(0, 10).forEach(i -> ten.put("k" + i, "v"));
        put("a", ten);
        queue.close();
        try (Journal journal = journal()) {
            queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
            queue.submit(plan(CLIENT, "a"), listener);
            awaitReport(1);
            queue.close();
            queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
            queue.restore(listener);
            assertThat(row("a").failure())
                    .containsInstanceOf(Failure.TooManyTags.class)
                    .hasValueSatisfying(why -> assertThat(why.subject()).isEqualTo("11"));
            assertThat(row("a").canRetry()).isTrue();

            store.setTags(at("a"), ObjectTags.NONE);
            queue.retry(TransferScope.failed());
            await().atMost(Duration.ofSeconds(10)).until(() -> !tags("a").isEmpty());
            awaitIdle();
            queue.close();
        }
    }

    private Journal journal() {
        return new JournalFile(state.resolve("queue.db"), Clock.systemUTC()).open().journal();
    }

    private AtomicInteger count(String what) {
        AtomicInteger count = new AtomicInteger();
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals(what)) {
                count.incrementAndGet();
            }
        });
        return count;
    }

    private void denyWriting(String key) {
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("PutObjectTagging") && address.key().equals(key)) {
                throw new FailureException(
                        new Failure.AccessDenied(
                                "s3:PutObjectTagging",
                                new Attempt(operation, address.s3Uri()),
                                Technical.of("")));
            }
        });
    }

    private void put(String key, Map<String, String> tags) {
        store.putText(key, key);
        store.setTags(at(key), ObjectTags.of(tags));
    }

    private Map<String, String> tags(String key) {
        return store.options(key).tags().values();
    }

    private static TagPlan plan(TagEdit edit, String... keys) {
        return TagPlan.of(
                List.of(keys).stream().map(TransferQueueTagTest::at).toList(),
                edit,
                _ -> Optional.empty(),
                TODAY);
    }

    private static ObjectAddress at(String key) {
        return new ObjectAddress(FolderStore.BUCKET, key);
    }

    @Override
    TransferSnapshot row(String key) {
        return queue.snapshot().transfers().stream()
                .filter(t -> t.address().equals(Optional.of(at(key))))
                .findFirst()
                .orElseThrow();
    }
}
