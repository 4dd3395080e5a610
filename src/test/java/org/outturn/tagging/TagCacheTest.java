package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.storage.ObjectTags;

/** What is asked, in which order, how often, and what is told. */
class TagCacheTest extends TagCacheTestBase {
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
}
