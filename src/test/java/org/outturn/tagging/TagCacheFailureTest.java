package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;

/** Tags that are refused, gone, or on a server that is overloaded. */
class TagCacheFailureTest extends TagCacheTestBase {
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

    private static long millis(List<Long> times, int index) {
        return Duration.ofNanos(times.get(index) - times.get(index - 1)).toMillis();
    }
}
