package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;

/** What is asked, in which order, how often, and what is told. */
class TagCacheTest {
    private static final String BUCKET = "outputs";
    private static final TagCacheOptions QUICK =
            new TagCacheOptions(4, 100_000, 1000, 3, Duration.ofMillis(20), Duration.ofMillis(5));

    private final Asked store = new Asked();
    private final Map<StampedAddress, TagState> told = new ConcurrentHashMap<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private TagCache cache = open(QUICK);

    /** A store that has tags only, and knows who asked for them. */
    private static final class Asked extends AbsentStore {
        private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostRunning = new AtomicInteger();
        private volatile Function<ObjectAddress, ObjectTags> answer =
                address -> ObjectTags.of(Map.of("key", address.key()));

        @Override
        public ObjectTags tags(ObjectAddress address) {
            keys.add(address.key());
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return answer.apply(address);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    private TagCache open(TagCacheOptions options) {
        return new TagCache(
                store,
                options,
                batch -> {
                    batches.add(batch.size());
                    told.putAll(batch);
                });
    }

    private void reopen(TagCacheOptions options) {
        cache.close();
        cache = open(options);
    }

    @AfterEach
    void closeCache() {
        cache.close();
    }

    @Test
    void asksOnceAndTellsInBatches() {
        reopen(new TagCacheOptions(4, 100_000, 1000, 3, Duration.ZERO, Duration.ofMillis(300)));
        List<StampedAddress> visible = objects(0, 40);
        assertThat(cache.state(visible.getFirst())).isInstanceOf(TagState.Unknown.class);
        cache.request(visible);

        await().until(() -> told.size() == 40);
        assertThat(told).containsEntry(at("7"), known("7"));
        assertThat(cache.state(at("7"))).isEqualTo(known("7"));
        assertThat(batches.size()).isLessThan(5);

        cache.request(visible);
        cache.request(objects(35, 45));
        await().until(() -> told.size() == 45);
        assertThat(store.keys).hasSize(45).doesNotHaveDuplicates();
        assertThat(store.mostRunning).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void whatIsVisibleNowGoesFirstAndTheRestIsDropped() {
        var turns = new Semaphore(0);
        store.answer =
                address -> {
                    turns.acquireUninterruptibly();
                    return ObjectTags.NONE;
                };
        cache.request(objects(0, 100));
        await().until(() -> store.running.get() == 4);
        cache.request(objects(500, 520));

        assertThat(cache.state(at("50"))).isInstanceOf(TagState.Unknown.class);
        assertThat(cache.state(at("0"))).isInstanceOf(TagState.Loading.class);
        turns.release(1000);
        await().until(() -> told.size() == 24);
        assertThat(store.keys.subList(4, 24))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(500, 520).mapToObj(String::valueOf).toList());
    }

    @Test
    void anotherStampIsAnotherObject() {
        cache.request(List.of(at("a")));
        await().until(() -> told.size() == 1);
        var newer = new StampedAddress(at("a").address(), "other");
        assertThat(cache.state(newer)).isInstanceOf(TagState.Unknown.class);

        cache.request(List.of(newer));
        await().until(() -> cache.state(newer).equals(known("a")));
        assertThat(store.keys).hasSize(2);
    }

    @Test
    void isNoFasterThanAllowed() {
        reopen(new TagCacheOptions(4, 50, 1000, 3, Duration.ZERO, Duration.ofMillis(1)));
        long begin = System.nanoTime();
        cache.request(objects(0, 40));
        await().until(() -> told.size() == 40);

        // forty at fifty a second are 800 ms, of which the first 50 ms may be saved
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).isBetween(Duration.ofMillis(700), Duration.ofMillis(2500));
    }

    @Test
    void keepsNoMoreThanAllowedAndForgetsWhatIsLongestUnseen() {
        reopen(new TagCacheOptions(1, 100_000, 10, 3, Duration.ZERO, Duration.ofMillis(1)));
        cache.request(objects(0, 10));
        await().until(() -> told.size() == 10);
        // looked at again
        assertThat(cache.state(at("0"))).isEqualTo(known("0"));
        cache.request(objects(10, 15));
        await().until(() -> told.size() == 15);

        assertThat(cache.state(at("0"))).isEqualTo(known("0"));
        assertThat(cache.state(at("1"))).isInstanceOf(TagState.Unknown.class);
        assertThat(cache.state(at("14"))).isEqualTo(known("14"));
        assertThat(
                        IntStream.range(0, 15)
                                .filter(i -> cache.state(at("" + i)) instanceof TagState.Known)
                                .count())
                .isEqualTo(10);
    }

    @Test
    void afterARefusalTheBucketIsAskedNoMore() {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        store.answer =
                address -> {
                    entered.countDown();
                    hold(go);
                    throw denied(address);
                };
        reopen(new TagCacheOptions(1, 100_000, 1000, 3, Duration.ZERO, Duration.ofMillis(1)));
        StampedAddress elsewhere = new StampedAddress(new ObjectAddress("other", "x"), "1");
        cache.request(objects(0, 30));
        hold(entered);
        go.countDown();

        await().until(() -> told.size() == 30);
        assertThat(told.values()).allMatch(TagState.NotAllowed.class::isInstance);
        assertThat(store.keys).hasSize(1);
        assertThat(cache.state(at("999"))).isInstanceOf(TagState.NotAllowed.class);
        store.answer = address -> ObjectTags.NONE;
        cache.request(List.of(at("999"), elsewhere));
        await().until(() -> told.containsKey(elsewhere));
        assertThat(store.keys).hasSize(2);

        cache.forget(BUCKET);
        cache.request(List.of(at("999")));
        await().until(() -> told.containsKey(at("999")));
        assertThat(cache.state(at("999"))).isEqualTo(new TagState.Known(ObjectTags.NONE));
    }

    @Test
    void aServerThatIsOverloadedIsLeftAloneForAWhile() {
        var times = Collections.synchronizedList(new ArrayList<Long>());
        store.answer =
                address -> {
                    times.add(System.nanoTime());
                    if (times.size() <= 2) {
                        throw throttled(address);
                    }
                    return ObjectTags.NONE;
                };
        reopen(
                new TagCacheOptions(
                        1, 100_000, 1000, 3, Duration.ofMillis(100), Duration.ofMillis(1)));
        cache.request(objects(0, 5));
        await().until(() -> told.size() == 5);

        assertThat(told.values()).allMatch(TagState.Known.class::isInstance);
        assertThat(millis(times, 1)).isGreaterThanOrEqualTo(100);
        assertThat(millis(times, 2)).isGreaterThanOrEqualTo(200);
        assertThat((double) millis(times, 3)).isCloseTo(0, within(90.0));
    }

    @Test
    void whatDoesNotWorkSaysSoAndIsAskedAgainWhenItIsLookedAtAgain() {
        store.answer =
                address -> {
                    throw throttled(address);
                };
        reopen(new TagCacheOptions(2, 100_000, 1000, 3, Duration.ofMillis(1), Duration.ZERO));
        cache.request(objects(0, 2));
        await().until(() -> told.size() == 2);
        assertThat(cache.state(at("1"))).isInstanceOf(TagState.Failed.class);
        assertThat(store.keys).hasSize(6);

        store.answer = address -> ObjectTags.NONE;
        cache.request(objects(0, 2));
        await().until(() -> cache.state(at("1")) instanceof TagState.Known);
    }

    @Test
    void whatIsGoneIsNotAskedAgain() {
        store.answer =
                address -> {
                    throw new FailureException(
                            new Failure.NotFound(attempt(address), Technical.of("")));
                };
        cache.request(List.of(at("a")));
        await().until(() -> cache.state(at("a")) instanceof TagState.Failed);
        cache.request(List.of(at("a")));
        cache.request(List.of(at("b")));
        await().until(() -> cache.state(at("b")) instanceof TagState.Failed);
        assertThat(store.keys).containsExactly("a", "b");
    }

    @Test
    void changesShowAtOnceAndAreNotUndoneByAnOlderAnswer() {
        cache.request(List.of(at("a")));
        await().until(() -> cache.state(at("a")).equals(known("a")));
        ObjectTags mine = ObjectTags.of(Map.of("client", "agar"));
        cache.changed(at("a").address(), mine);
        assertThat(cache.state(at("a"))).isEqualTo(new TagState.Known(mine));
        await().until(() -> new TagState.Known(mine).equals(told.get(at("a"))));

        var go = new CountDownLatch(1);
        store.answer =
                address -> {
                    hold(go);
                    return ObjectTags.NONE;
                };
        cache.request(List.of(at("b")));
        await().until(() -> store.running.get() == 1);
        cache.changed(at("b").address(), mine);
        go.countDown();
        await().until(() -> store.running.get() == 0);
        cache.request(List.of(at("c")));
        await().until(() -> told.containsKey(at("c")));

        assertThat(cache.state(at("b"))).isEqualTo(new TagState.Known(mine));
        assertThat(told).containsEntry(at("b"), new TagState.Known(mine));
    }

    @Test
    void whatIsVisibleGoesBeforeWhatIsReadInTheBackground() {
        var turns = new Semaphore(0);
        store.answer =
                address -> {
                    turns.acquireUninterruptibly();
                    return ObjectTags.of(Map.of("key", address.key()));
                };
        reopen(new TagCacheOptions(1, 100_000, 1000, 3, Duration.ZERO, Duration.ofMillis(1)));
        cache.gather(objects(0, 100));
        await().until(() -> store.running.get() == 1);
        cache.request(objects(90, 95));

        assertThat(cache.gathering()).isEqualTo(gathering(100, 100, 0));
        turns.release(6);
        await().until(() -> store.keys.size() == 7);
        assertThat(store.keys.subList(0, 7))
                .containsExactly("0", "90", "91", "92", "93", "94", "1");
        await().until(() -> cache.gathering().left() == 94);

        // other rows in sight end nothing of it
        cache.request(List.of());
        turns.release(1000);
        await().until(() -> cache.gathering().left() == 0);
        assertThat(store.keys).hasSize(100).doesNotHaveDuplicates();
        assertThat(cache.gathering()).isEqualTo(gathering(100, 0, 0));
        assertThat(cache.state(at("57"))).isEqualTo(known("57"));

        cache.gather(objects(50, 150));
        await().until(() -> cache.gathering().equals(gathering(100, 0, 0)));
        assertThat(store.keys).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void readingInTheBackgroundCanBeEnded() {
        var turns = new Semaphore(0);
        store.answer =
                address -> {
                    turns.acquireUninterruptibly();
                    return ObjectTags.NONE;
                };
        cache.gather(objects(0, 100));
        await().until(() -> store.running.get() == 4);
        cache.gather(List.of());

        turns.release(1000);
        await().until(() -> store.running.get() == 0);
        assertThat(cache.gathering()).isEqualTo(TagGathering.NONE);
        cache.request(List.of(at("x")));
        await().until(() -> told.containsKey(at("x")));
        assertThat(store.keys).hasSize(5);
    }

    @Test
    void aRefusalEndsReadingInTheBackground() {
        store.answer =
                address -> {
                    throw denied(address);
                };
        reopen(new TagCacheOptions(1, 100_000, 1000, 3, Duration.ZERO, Duration.ofMillis(1)));
        cache.gather(objects(0, 100));

        await().until(() -> cache.gathering().denied().isPresent());
        assertThat(cache.gathering().left()).isZero();
        assertThat(cache.gathering().denied()).containsInstanceOf(Failure.AccessDenied.class);
        assertThat(store.keys).hasSize(1);
    }

    @Test
    void whatCouldNotBeReadInTheBackgroundIsCounted() {
        store.answer =
                address -> {
                    if (address.key().endsWith("7")) {
                        throw throttled(address);
                    }
                    return ObjectTags.NONE;
                };
        reopen(new TagCacheOptions(2, 100_000, 1000, 2, Duration.ofMillis(1), Duration.ZERO));
        cache.gather(objects(0, 30));
        await().until(() -> cache.gathering().equals(gathering(30, 0, 3)));
        assertThat(store.keys).hasSize(33);

        store.answer = address -> ObjectTags.NONE;
        cache.gather(objects(0, 30));
        await().until(() -> cache.gathering().equals(gathering(30, 0, 0)));
        assertThat(store.keys).hasSize(36);
    }

    private static TagGathering gathering(int all, int left, int failed) {
        return new TagGathering(all, left, failed, java.util.Optional.empty());
    }

    @Test
    void nothingIsAskedOrToldAfterTheEnd() {
        var go = new CountDownLatch(1);
        store.answer =
                address -> {
                    hold(go);
                    return ObjectTags.NONE;
                };
        cache.request(objects(0, 100));
        await().until(() -> store.running.get() == 4);
        cache.close();
        go.countDown();
        await().until(() -> store.running.get() == 0);
        cache.request(objects(0, 100));

        await().during(Duration.ofMillis(100)).until(() -> store.keys.size() == 4);
        assertThat(told).isEmpty();
    }

    private static List<StampedAddress> objects(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> at("" + i)).toList();
    }

    private static StampedAddress at(String key) {
        return new StampedAddress(new ObjectAddress(BUCKET, key), "etag of " + key);
    }

    private static TagState known(String key) {
        return new TagState.Known(ObjectTags.of(Map.of("key", key)));
    }

    private static long millis(List<Long> times, int index) {
        return Duration.ofNanos(times.get(index) - times.get(index - 1)).toMillis();
    }

    /** Not to be interrupted, as a request is not either. */
    private static void hold(CountDownLatch open) {
        boolean interrupted = false;
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static FailureException throttled(ObjectAddress address) {
        return new FailureException(new Failure.Throttled(attempt(address), Technical.of("busy")));
    }

    private static FailureException denied(ObjectAddress address) {
        return new FailureException(
                new Failure.AccessDenied(
                        "s3:GetObjectTagging", attempt(address), Technical.of("")));
    }

    private static Attempt attempt(ObjectAddress address) {
        return new Attempt("GetObjectTagging", address.s3Uri());
    }
}
