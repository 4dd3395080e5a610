package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

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
