package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** After a cancel nothing is told any more, whenever it comes. */
class ListingCancelTest {
    private static final Prefix ROOT = Prefix.root("b");
    private static final List<String> KEYS =
            IntStream.range(0, 3_000).mapToObj("k%04d"::formatted).toList();

    @RepeatedTest(200)
    void nothingIsToldOnceCancelHasReturned(RepetitionInfo repetition) throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(repetition.getCurrentRepetition());
        CatalogListener listener =
                new CatalogListener() {
                    @Override
                    public void batch(CatalogBatch batch) {
                        late.addAndGet(cancelled.get() ? 1 : 0);
                        some.countDown();
                    }

                    @Override
                    public void ended(Completeness completeness) {
                        late.addAndGet(cancelled.get() ? 1 : 0);
                    }
                };
        AtomicReference<Thread> worker = new AtomicReference<>();
        ListedKeys store = new ListedKeys(KEYS, 1);
        Listing listing = new CatalogService(watched(store, worker)).open(ROOT, listener);
        assertThat(some.await(10, TimeUnit.SECONDS)).isTrue();
        listing.cancel();
        cancelled.set(true);
        assertThat(worker.get().join(Duration.ofSeconds(10))).isTrue();
        assertThat(late).hasValue(0);
        assertThat(listing.completeness()).isNotInstanceOf(Completeness.Running.class);
    }

    @Test
    void cancelBeforeTheFirstPageEndsWithoutAWord() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        RecordedCalls calls = new RecordedCalls();
        AtomicReference<Thread> worker = new AtomicReference<>();
        ListedKeys store = new ListedKeys(KEYS, 10, page -> awaitQuietly(held));
        Listing listing = new CatalogService(watched(store, worker)).open(ROOT, calls);
        assertThat(listing.completeness()).isInstanceOf(Completeness.Running.class);
        listing.cancel();
        listing.cancel();
        held.countDown();
        await().until(() -> worker.get() != null && !worker.get().isAlive());
        assertThat(calls.batches).isEmpty();
        assertThat(calls.ends).isEmpty();
        assertThat(listing.completeness())
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial ->
                                assertThat(partial.cause())
                                        .isEqualTo(Completeness.Cause.CANCELLED));
    }

    @Test
    void cancelWaitsForTheCallThatIsRunning() throws Exception {
        CountDownLatch inCall = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        CatalogListener slow =
                new CatalogListener() {
                    @Override
                    public void batch(CatalogBatch batch) {
                        inCall.countDown();
                        awaitQuietly(leave);
                        left.set(true);
                    }

                    @Override
                    public void ended(Completeness completeness) {}
                };
        Listing listing = new CatalogService(new ListedKeys(KEYS, 10)).open(ROOT, slow);
        assertThat(inCall.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicReference<Thread> canceller = new AtomicReference<>();
        CompletableFuture<Boolean> leftBefore = new CompletableFuture<>();
        canceller.set(
                Thread.ofPlatform()
                        .start(() -> {
                            listing.cancel();
                            leftBefore.complete(left.get());
                        }));
        await().until(() -> canceller.get().getState() == Thread.State.WAITING);
        leave.countDown();
        assertThat(leftBefore.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theListenerItselfMayCancel() {
        AtomicReference<Listing> listing = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        RecordedCalls calls = new RecordedCalls();
        CatalogListener cancelling =
                new CatalogListener() {
                    @Override
                    public void batch(CatalogBatch batch) {
                        calls.batch(batch);
                        listing.get().cancel();
                    }

                    @Override
                    public void ended(Completeness completeness) {
                        calls.ended(completeness);
                    }
                };
        AtomicReference<Thread> worker = new AtomicReference<>();
        ListedKeys store = new ListedKeys(KEYS, 10, page -> awaitQuietly(known));
        listing.set(new CatalogService(watched(store, worker)).open(ROOT, cancelling));
        known.countDown();
        await().until(() -> worker.get() != null && !worker.get().isAlive());
        assertThat(calls.batches).hasSize(1);
        assertThat(calls.ends).isEmpty();
    }

    @Test
    void cancelAfterTheEndChangesNothing() {
        RecordedCalls calls = new RecordedCalls();
        Listing listing = new CatalogService(new ListedKeys(KEYS, 1_000)).open(ROOT, calls);
        await().until(() -> !calls.ends.isEmpty());
        listing.cancel();
        assertThat(listing.completeness()).isInstanceOf(Completeness.Complete.class);
    }

    @Test
    void cancelReachesTheStore() {
        AtomicBoolean reached = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        ObjectStore hanging =
                new AbsentStore() {
                    @Override
                    public void list(
                            Prefix prefix,
                            String delimiter,
                            String startAfter,
                            Cancellation cancellation,
                            Consumer<ListingPage> sink) {
                        cancellation.onCancel(() -> {
                            reached.set(true);
                            never.countDown();
                        });
                        awaitQuietly(never);
                        cancellation.check();
                    }
                };
        RecordedCalls calls = new RecordedCalls();
        Listing listing = new CatalogService(hanging).open(ROOT, calls);
        listing.cancel();
        await().untilTrue(reached);
        assertThat(calls.ends).isEmpty();
    }

    /** The same store, which also tells on which thread it lists. */
    private static ObjectStore watched(ListedKeys store, AtomicReference<Thread> worker) {
        return new AbsentStore() {
            @Override
            public void list(
                    Prefix prefix,
                    String delimiter,
                    String startAfter,
                    Cancellation cancellation,
                    Consumer<ListingPage> sink) {
                worker.set(Thread.currentThread());
                store.list(prefix, delimiter, startAfter, cancellation, sink);
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
