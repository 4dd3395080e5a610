package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectTags;

/** Tags that are read in the background. */
class TagCacheGatherTest extends TagCacheTestBase {
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
}
