package org.outturn.tagging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;

/** A cache over a store that knows who asked for tags, and what the cache told. */
abstract class TagCacheTestBase {
    static final String BUCKET = "outputs";
    private static final TagCacheOptions QUICK =
            new TagCacheOptions(4, 100_000, 1000, 3, Duration.ofMillis(20), Duration.ofMillis(5));

    final Asked store = new Asked();
    final Map<StampedAddress, TagState> told = new ConcurrentHashMap<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    TagCache cache = open(QUICK);

    /** A store that has tags only, and knows who asked for them. */
    static final class Asked extends AbsentStore {
        final List<String> keys = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger mostRunning = new AtomicInteger();
        volatile Function<ObjectAddress, ObjectTags> answer =
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

    void reopen(TagCacheOptions options) {
        cache.close();
        cache = open(options);
    }

    @AfterEach
    void closeCache() {
        cache.close();
    }

    static List<StampedAddress> objects(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> at("" + i)).toList();
    }

    static StampedAddress at(String key) {
        return new StampedAddress(new ObjectAddress(BUCKET, key), "etag of " + key);
    }

    static TagState known(String key) {
        return new TagState.Known(ObjectTags.of(Map.of("key", key)));
    }

    /** Not to be interrupted, as a request is not either. */
    static void hold(CountDownLatch open) {
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

    static FailureException throttled(ObjectAddress address) {
        return new FailureException(new Failure.Throttled(attempt(address), Technical.of("busy")));
    }

    static FailureException denied(ObjectAddress address) {
        return new FailureException(
                new Failure.AccessDenied(
                        "s3:GetObjectTagging", attempt(address), Technical.of("")));
    }

    static Attempt attempt(ObjectAddress address) {
        return new Attempt("GetObjectTagging", address.s3Uri());
    }
}
