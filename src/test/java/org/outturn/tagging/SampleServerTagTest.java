package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.failure.Failure;
import org.outturn.sample.Quirk;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.sample.Versioning;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.RawClient;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import software.amazon.awssdk.services.s3.S3Client;

/** Tags on our own sample server, and what the cache makes of keys that may not read them. */
class SampleServerTagTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_TAGS =
            SampleKey.of("NOTAGS", "no-tags-secret").denying("s3:GetObjectTagging");
    private static SampleServer sample;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        sample =
                SampleServer.start(
                        folder.resolve("all"),
                        SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_TAGS));
    }

    @AfterAll
    static void stop() throws IOException {
        sample.close();
    }

    @Nested
    class Contract extends TagContract {
        @Override
        ServerUnderTest server() {
            return at(sample, ALL);
        }
    }

    private static ServerUnderTest at(SampleServer server, SampleKey key) {
        return new ServerUnderTest(
                server.endpoint(),
                server.region(),
                new Credentials(key.accessKey(), key.secretKey(), ""),
                true);
    }

    @Test
    void whoMayNotReadTagsIsAskedOnceAndKnowsWhy() {
        try (ObjectStore store = TestBucket.open(at(sample, NO_TAGS).connection());
                TestBucket bucket = TestBucket.create(at(sample, ALL).connection())) {
            Failure why = refusal(store, bucket);

            assertThat(why).isInstanceOf(Failure.AccessDenied.class);
            assertThat(why.subject()).isEqualTo("s3:GetObjectTagging");
        }
    }

    @Test
    void theCurrentVersionIsTheOneThatChanges() throws IOException {
        try (TestBucket bucket = TestBucket.create(at(sample, ALL).connection());
                var queue = new TransferQueue(bucket.store(), TransferOptions.DEFAULTS)) {
            ObjectAddress address = bucket.put("a", new byte[1]);
            bucket.store().setTags(address, ObjectTags.of(Map.of("first", "1")));
            sample.store().setVersioning(bucket.name(), Versioning.ENABLED);
            bucket.put("a", new byte[2]);

            TagEdit edit = TagEdit.set(Map.of("second", "2"));
            queue.submit(
                    TagPlan.of(List.of(address), edit, _ -> Optional.empty(), LocalDate.EPOCH),
                    BatchListener.NONE);
            await().until(() -> queue.snapshot().totals().done() == 1);

            // what was there first has its own tags still, and comes back with them
            assertThat(bucket.store().tags(address).values()).isEqualTo(edit.set().values());
            try (S3Client s3 = RawClient.of(at(sample, ALL))) {
                assertThat(versions(s3, address))
                        .containsExactly(Map.of("second", "2"), Map.of("first", "1"));
                forgetVersions(s3, bucket.name());
            }
        }
    }

    @Test
    void aServerWithoutTagsIsAskedOnce(@TempDir Path other) throws IOException {
        try (SampleServer without =
                        SampleServer.start(
                                other,
                                SampleOptions.DEFAULTS
                                        .withKey(ALL)
                                        .withQuirks(Quirk.REFUSE_TAGGING));
                TestBucket bucket = TestBucket.create(at(without, ALL).connection())) {
            assertThat(refusal(bucket.store(), bucket)).isInstanceOf(Failure.NotSupported.class);
        }
    }

    /** The tags of an object's versions, the newest first. */
    private static List<Map<String, String>> versions(S3Client s3, ObjectAddress address) {
        return s3
                .listObjectVersions(l -> l.bucket(address.bucket()).prefix(address.key()))
                .versions()
                .stream()
                .map(version ->
                        s3
                                .getObjectTagging(get ->
                                        get.bucket(address.bucket())
                                                .key(address.key())
                                                .versionId(version.versionId()))
                                .tagSet()
                                .stream()
                                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value())))
                .toList();
    }

    private static void forgetVersions(S3Client s3, String bucket) {
        s3.listObjectVersions(list -> list.bucket(bucket))
                .versions()
                .forEach(version ->
                        s3.deleteObject(delete ->
                                delete.bucket(bucket)
                                        .key(version.key())
                                        .versionId(version.versionId())));
    }

    /** What all of some objects are said to have in common. */
    private static Failure refusal(ObjectStore store, TestBucket bucket) {
        Map<StampedAddress, TagState> known = new ConcurrentHashMap<>();
        IntStream.range(0, 20).forEach(i -> bucket.put("k" + i, new byte[1]));
        try (var cache = new TagCache(store, TagCacheOptions.DEFAULTS, known::putAll)) {
            cache.request(
                    bucket.entries("").stream()
                            .map(e ->
                                    StampedAddress.of(
                                            new ObjectAddress(bucket.name(), e.key()),
                                            e.etag(),
                                            e.modified()))
                            .toList());
            await().atMost(Duration.ofSeconds(20)).until(() -> known.size() == 20);
        }
        assertThat(known.values()).allMatch(TagState.NotAllowed.class::isInstance);
        return ((TagState.NotAllowed) known.values().iterator().next()).failure();
    }
}
