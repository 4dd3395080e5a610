package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.failure.Failure;

/** Buckets, listings, details, tags, ranges, small puts and deletes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ObjectStoreContract {
    private static final int MANY = 2_500;

    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = bucket.store();
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
    }

    @Test
    void createsListsAndDeletesBuckets() {
        Instant before = Instant.now();
        TestBucket second = TestBucket.create(server().connection());
        try (second) {
            assertThat(store.buckets())
                    .extracting(BucketSummary::name)
                    .contains(bucket.name(), second.name());
            BucketSummary summary =
                    store.buckets().stream()
                            .filter(b -> b.name().equals(second.name()))
                            .findFirst()
                            .orElseThrow();
            assertThat(summary.created().orElseThrow())
                    .isCloseTo(before, within(1, ChronoUnit.MINUTES));
        }
        assertThat(store.buckets())
                .extracting(BucketSummary::name)
                .contains(bucket.name())
                .doesNotContain(second.name());
    }

    @Test
    void aBucketThatIsNotEmptyStays() {
        bucket.put("stay/a", bytes("a"));

        Failures.expect(Failure.Conflict.class, () -> store.deleteBucket(bucket.name()));

        assertThat(bucket.keys("stay/")).containsExactly("stay/a");
    }

    @Test
    void listsOneLevelAndAllBelow() {
        for (String key : List.of("tree/b/1", "tree/b/2", "tree/a", "tree/c/d/3", "tree/")) {
            bucket.put(key, bytes(key));
        }

        List<ListingPage> level = pages("tree/", "/");
        List<ListingPage> all = pages("tree/", "");

        assertThat(level).flatMap(ListingPage::prefixes).containsExactly("tree/b/", "tree/c/");
        assertThat(level)
                .flatMap(ListingPage::objects)
                .extracting(ObjectEntry::key)
                .containsExactly("tree/", "tree/a");
        assertThat(all).flatMap(ListingPage::prefixes).isEmpty();
        assertThat(all)
                .flatMap(ListingPage::objects)
                .extracting(ObjectEntry::key)
                .containsExactly("tree/", "tree/a", "tree/b/1", "tree/b/2", "tree/c/d/3");
        assertThat(all.getLast().last()).isTrue();
    }

    @Test
    void listsNothingUnderAPrefixThatIsNotThere() {
        assertThat(pages("no/such/prefix/", "/"))
                .containsExactly(new ListingPage(List.of(), List.of(), true));
    }

    @Test
    void aListedObjectHasSizeTimeAndEtag() {
        Instant before = Instant.now();
        bucket.put("entry/hello", bytes("hello"));

        ObjectEntry entry = bucket.entries("entry/").getFirst();

        assertThat(entry.size()).isEqualTo(5);
        assertThat(entry.modified()).isCloseTo(before, within(1, ChronoUnit.MINUTES));
        assertThat(entry.etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(entry.storageClass()).isIn("STANDARD", "");
    }

    @Test
    void listsManyKeysOverPagesCancelsBetweenAndDeletesThem() throws Exception {
        List<String> keys = IntStream.range(0, MANY).mapToObj("many/%05d"::formatted).toList();
        putAll(keys);

        List<ListingPage> pages = pages("many/", "");
        assertThat(pages).hasSize(3);
        assertThat(pages).extracting(ListingPage::last).containsExactly(false, false, true);
        assertThat(pages)
                .flatMap(ListingPage::objects)
                .extracting(ObjectEntry::key)
                .containsExactlyElementsOf(keys);

        List<String> after = new ArrayList<>();
        store.list(
                new Prefix(bucket.name(), "many/"),
                "",
                "many/02400",
                Cancellation.never(),
                page -> page.objects().forEach(o -> after.add(o.key())));
        assertThat(after).containsExactlyElementsOf(keys.subList(2_401, MANY));

        Cancellation cancellation = new Cancellation();
        List<ListingPage> seen = new ArrayList<>();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.list(
                                new Prefix(bucket.name(), "many/"),
                                "",
                                "",
                                cancellation,
                                page -> {
                                    seen.add(page);
                                    cancellation.cancel();
                                }));
        assertThat(seen).hasSize(1);

        List<Integer> told = new ArrayList<>();
        DeleteReport report =
                store.delete(
                        bucket.name(), keys.subList(0, 1_500), told::add, Cancellation.never());
        assertThat(report.failed()).isEmpty();
        assertThat(report.deleted()).containsExactlyInAnyOrderElementsOf(keys.subList(0, 1_500));
        assertThat(told).containsExactly(1_000, 1_500);
        assertThat(bucket.keys("many/")).containsExactlyElementsOf(keys.subList(1_500, MANY));
    }

    @Test
    void deletingWhatIsNotThereIsDone() {
        DeleteReport report =
                store.delete(bucket.name(), List.of("never/was"), done -> {}, Cancellation.never());

        assertThat(report.deleted()).containsExactly("never/was");
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void aCancelledDeleteDeletesNothingMore() {
        bucket.put("keep/a", bytes("a"));
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.delete(bucket.name(), List.of("keep/a"), done -> {}, cancellation));

        assertThat(bucket.has("keep/a")).isTrue();
    }

    @Test
    void detailsTellWhatWasPut() {
        ObjectAddress address = bucket.at("details/grüße.json");
        // no underscores in names: Ceph gives them back as dashes
        store.put(
                address,
                bytes("{}"),
                "application/json",
                Map.of("original-filename", "grüße 📄.json", "task-type", "text"));

        ObjectDetails details = store.details(address);

        assertThat(details.address()).isEqualTo(address);
        assertThat(details.size()).isEqualTo(2);
        assertThat(details.contentType()).isEqualTo("application/json");
        assertThat(details.etag()).isEqualTo("99914b932bd37a50b983c5e7c90ae93b");
        assertThat(details.storageClass()).isEqualTo("STANDARD");
        assertThat(details.modified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(details.metadata())
                .containsEntry("task-type", "text")
                .containsEntry("original-filename", "grüße 📄.json");
        assertThat(store.find(address)).contains(details);
    }

    @Test
    void whatIsMissingIsToldApart() {
        ObjectAddress noKey = bucket.at("missing/key");
        ObjectAddress noBucket = new ObjectAddress(bucket.name() + "-none", "key");

        assertThat(store.find(noKey)).isEmpty();
        Failures.expect(Failure.NotFound.class, () -> store.details(noKey));
        Failures.expect(
                Failure.NotFound.class, () -> store.read(noKey, 0, 1, Cancellation.never()));
        Failures.expect(Failure.BucketNotFound.class, () -> store.details(noBucket));
        Failures.expect(Failure.BucketNotFound.class, () -> store.find(noBucket));
        Failures.expect(
                Failure.BucketNotFound.class,
                () ->
                        store.list(
                                Prefix.root(noBucket.bucket()),
                                "/",
                                "",
                                Cancellation.never(),
                                page -> {}));
    }

    @Test
    void tagsAreReplacedAndRead() {
        ObjectAddress address = bucket.put("tags/a", bytes("a"));
        assertThat(store.tags(address)).isEqualTo(ObjectTags.NONE);

        ObjectTags tags =
                ObjectTags.of(Map.of("client", "agar", "type", "scrape-output", "date", "2025"));
        store.setTags(address, tags);
        assertThat(store.tags(address)).isEqualTo(tags);

        store.setTags(address, ObjectTags.of(Map.of("client", "other")));
        assertThat(store.tags(address).values()).containsExactly(Map.entry("client", "other"));
    }

    @Test
    void readsRanges() {
        ObjectAddress address = bucket.put("range/digits", bytes("0123456789"));
        ObjectAddress empty = bucket.put("range/empty", new byte[0]);

        assertThat(read(address, 0, 4)).isEqualTo("0123");
        assertThat(read(address, 3, 4)).isEqualTo("3456");
        assertThat(read(address, 8, 100)).isEqualTo("89");
        assertThat(read(address, 10, 1)).isEmpty();
        assertThat(read(address, 1_000, 1)).isEmpty();
        assertThat(read(empty, 0, 1)).isEmpty();
    }

    @Test
    void putReplaces() {
        ObjectAddress address = bucket.put("replace/a", bytes("old content"));
        bucket.put("replace/a", bytes("new"));

        assertThat(read(address, 0, 100)).isEqualTo("new");
        assertThat(store.details(address).size()).isEqualTo(3);
    }

    private String read(ObjectAddress address, long offset, int length) {
        return new String(
                store.read(address, offset, length, Cancellation.never()), StandardCharsets.UTF_8);
    }

    private List<ListingPage> pages(String prefix, String delimiter) {
        List<ListingPage> pages = new ArrayList<>();
        store.list(
                new Prefix(bucket.name(), prefix), delimiter, "", Cancellation.never(), pages::add);
        return pages;
    }

    private void putAll(List<String> keys) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<ObjectAddress>> puts = new ArrayList<>();
            keys.forEach(key -> puts.add(() -> bucket.put(key, new byte[1])));
            for (Future<ObjectAddress> put : pool.invokeAll(puts)) {
                put.get();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
