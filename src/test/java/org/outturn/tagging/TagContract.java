package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferSnapshot;

/** Tags on a server: what the rules allow it takes, and the queue and the cache work with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TagContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private TestBucket bucket;

    /** The server to hold to the contract. */
    abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
    }

    @Test
    void whatTheRulesAllowIsTakenAsItIs() {
        ObjectAddress address = bucket.put("rules", new byte[1]);
        var tags = new TreeMap<String, String>();
        tags.put("k".repeat(128), "v".repeat(256));
        tags.put("+-=._:/@ a", "+-=._:/@ b");
        tags.put("größe", "日付");
        // no longer than this in bytes either, which is what Ceph counts
        tags.put("\uD800\uDF00", "\uD800\uDF00".repeat(64));
        tags.put("empty", "");
        tags.put("Case", "1");
        tags.put("case", "2");
        IntStream.range(0, 3).forEach(i -> tags.put("k" + i, "v"));
        assertThat(TagRules.check(ObjectTags.of(tags))).isEmpty();

        bucket.store().setTags(address, ObjectTags.of(tags));

        assertThat(bucket.store().tags(address).values()).isEqualTo(tags);
    }

    @Test
    void whatTheyDoNotAllowIsRefused() {
        ObjectAddress address = bucket.put("refused", new byte[1]);
        var eleven = new TreeMap<String, String>();
        IntStream.range(0, 11).forEach(i -> eleven.put("k" + i, "v"));

        for (Map<String, String> bad :
                List.of(eleven, Map.of("k".repeat(129), ""), Map.of("k", "v".repeat(257)))) {
            assertThat(TagRules.check(ObjectTags.of(bad))).isNotEmpty();
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> bucket.store().setTags(address, ObjectTags.of(bad)))
                    .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
        }
        assertThat(bucket.store().tags(address)).isEqualTo(ObjectTags.NONE);
    }

    @Test
    void theQueueChangesManyAndTheCacheKnowsThemAll() {
        List<ObjectAddress> objects = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ObjectAddress address = bucket.put("many/ü " + i, new byte[1]);
            if (i % 2 == 0) {
                bucket.store().setTags(address, ObjectTags.of(Map.of("old", "1", "keep", "" + i)));
            }
            objects.add(address);
        }
        objects.add(bucket.at("many/absent"));
        var edit =
                new TagEdit(
                        ObjectTags.of(Map.of("client", "agar", "checked", "{today}")),
                        new TreeSet<>(List.of("old")),
                        false);
        var told = new ConcurrentHashMap<ObjectAddress, ObjectTags>();
        try (var queue = new TransferQueue(bucket.store(), TransferOptions.DEFAULTS)) {
            queue.submit(TagPlan.of(objects, edit, _ -> Optional.empty(), TODAY), telling(told));
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            queue.snapshot().totals().count() == 151
                                    && queue.snapshot().totals().idle());
            assertThat(queue.snapshot().totals().done()).isEqualTo(150);
            assertThat(queue.snapshot().transfers().getLast())
                    .extracting(TransferSnapshot::failure)
                    .satisfies(why -> assertThat(why).containsInstanceOf(Failure.NotFound.class));
        }

        var known = new ConcurrentHashMap<StampedAddress, TagState>();
        List<StampedAddress> listed = bucket.entries("many/").stream().map(this::stamped).toList();
        try (var cache = new TagCache(bucket.store(), quick(), known::putAll)) {
            cache.request(listed);
            await().atMost(Duration.ofSeconds(60)).until(() -> known.size() == 150);
        }
        known.forEach((object, state) -> {
            int i = Integer.parseInt(object.address().key().substring("many/ü ".length()));
            var expected = new TreeMap<>(Map.of("client", "agar", "checked", "2026-11-21"));
            if (i % 2 == 0) {
                expected.put("keep", "" + i);
            }
            assertThat(state).isEqualTo(new TagState.Known(new ObjectTags(expected)));
            assertThat(told).containsEntry(object.address(), new ObjectTags(expected));
        });
    }

    private static BatchListener telling(Map<ObjectAddress, ObjectTags> told) {
        return new BatchListener() {
            @Override
            public void batchFinished(BatchReport report) {}

            @Override
            public void tagged(ObjectAddress address, ObjectTags tags) {
                told.put(address, tags);
            }
        };
    }

    private StampedAddress stamped(ObjectEntry entry) {
        return StampedAddress.of(bucket.at(entry.key()), entry.etag(), entry.modified());
    }

    private static TagCacheOptions quick() {
        return new TagCacheOptions(
                8, 10_000, 1000, 3, Duration.ofMillis(50), Duration.ofMillis(20));
    }
}
