package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.aws.SmallCopies;
import org.outturn.failure.Failure;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Copies that the server makes, whole and in parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CopyContract {
    private static final Predicate<RelayedRequest> PART =
            request -> request.shape().equals("PUT object?partNumber&uploadId");

    private static final ObjectTags TAGS =
            ObjectTags.of(Map.of("client", "agar", "type", "scrape output"));

    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    /** An object that goes in one request, and one that does not. */
    private enum Size {
        SMALL(100_003),
        LARGE(4 * SmallCopies.PART - 4321);

        private final int bytes;

        Size(int bytes) {
            this.bytes = bytes;
        }
    }

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = SmallCopies.open(server().connection());
    }

    @AfterAll
    void deleteBucket() {
        assertThat(OpenUploads.of(server(), bucket.name())).isEmpty();
        store.close();
        bucket.close();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void aCopyHasAllThatItsSourceHas(Size size) {
        ObjectDetails source = source(size, "all/" + size + "/from");
        ObjectAddress target = bucket.at("all/" + size + "/to");
        List<Long> steps = Collections.synchronizedList(new ArrayList<>());

        store.copy(
                request(source, target, true), (done, _) -> steps.add(done), Cancellation.never());

        ObjectDetails copy = store.details(target);
        assertThat(copy.size()).isEqualTo(size.bytes);
        assertThat(copy.contentType()).isEqualTo("application/json");
        assertThat(copy.metadata())
                .isEqualTo(source.metadata())
                .containsEntry("original-filename", "Grüße an alle.json");
        assertThat(copy.headers())
                .containsEntry("cache-control", "max-age=60")
                .containsEntry("content-disposition", "attachment; filename=\"a b.json\"")
                .containsEntry("content-language", "de")
                .containsEntry("expires", "Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(store.tags(target)).isEqualTo(TAGS);
        assertThat(content(target, size)).isEqualTo(bytes(size));
        assertThat(steps.getLast()).isEqualTo(size.bytes);
        if (size == Size.LARGE) {
            assertThat(copy.etag()).endsWith("-4");
            assertThat(steps).hasSize(4).doesNotHaveDuplicates();
        } else {
            assertThat(copy.etag()).isEqualTo(source.etag());
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void noByteOfTheObjectComesThisWay(Size size) throws IOException {
        ObjectDetails source = source(size, "far/" + size + "/from");
        try (Relay relay = new Relay(server().endpoint());
                ObjectStore far = through(relay)) {
            far.copy(
                    request(source, bucket.at("far/" + size + "/to"), false),
                    ProgressListener.NONE,
                    Cancellation.never());

            assertThat(relay.requests()).noneMatch(r -> r.shape().equals("GET object"));
            assertThat(relay.bodyBytes()).isLessThan(4_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fïle %2F +x",
                "a//b",
                "/first",
                "a b&c=d?e#f",
                "日本/語",
                "..dots/...",
                "q\"'<>"
            })
    void anyKeyIsCopiedAsItIs(String name) {
        ObjectAddress source = bucket.put("odd from/" + name, name.getBytes());
        ObjectAddress target = bucket.at("odd to/" + name);

        store.copy(
                request(store.details(source), target, true),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(store.read(target, 0, 100, Cancellation.never())).isEqualTo(name.getBytes());
        assertThat(bucket.keys("odd to/")).contains(target.key());
    }

    @Test
    void aKeyThatIsOddIsCopiedInPartsToo() {
        ObjectDetails source = source(Size.LARGE, "odd parts/fïle +x?y");
        ObjectAddress target = bucket.at("odd parts/日本 a//b&c");
        store.copy(request(source, target, true), ProgressListener.NONE, Cancellation.never());
        assertThat(content(target, Size.LARGE)).isEqualTo(bytes(Size.LARGE));
    }

    @Test
    void aPercentSignInAKeyIsNotLeftToServersThatMayDecodeItTwice() {
        bucket.put("percent/a b", new byte[SmallCopies.WHOLE]);
        ObjectDetails source = source(Size.LARGE, "percent/a%20b");
        ObjectAddress target = bucket.at("percent/to");
        Failures.expect(
                Failure.NotSupported.class,
                () ->
                        store.copy(
                                request(source, target, true),
                                ProgressListener.NONE,
                                Cancellation.never()));
        assertThat(store.find(target)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void whatIsThereIsReplacedOnlyIfItMay(Size size) {
        ObjectDetails source = source(size, "taken/" + size + "/from");
        ObjectAddress target = bucket.put("taken/" + size + "/to", new byte[] {1, 2, 3});

        Failures.expect(
                Failure.Conflict.class,
                () ->
                        store.copy(
                                request(source, target, true),
                                ProgressListener.NONE,
                                Cancellation.never()));
        assertThat(store.details(target).size()).isEqualTo(3);

        store.copy(request(source, target, false), ProgressListener.NONE, Cancellation.never());
        assertThat(store.details(target).size()).isEqualTo(size.bytes);
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void whatHasChangedSinceIsNotCopied(Size size) {
        ObjectDetails source = source(size, "changed/" + size + "/from");
        bucket.put(source.address().key(), "other".getBytes());
        ObjectAddress target = bucket.at("changed/" + size + "/to");

        Failures.expect(
                Failure.Conflict.class,
                () ->
                        store.copy(
                                request(source, target, false),
                                ProgressListener.NONE,
                                Cancellation.never()));
        assertThat(store.find(target)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void whatIsGoneIsNamed(Size size) {
        CopyRequest gone =
                new CopyRequest(
                        bucket.at("gone/from"), size.bytes, "", "", bucket.at("gone/to"), false);
        Failures.expect(
                Failure.NotFound.class,
                () -> store.copy(gone, ProgressListener.NONE, Cancellation.never()));
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void copiesGoToOtherBucketsToo(Size size) {
        ObjectDetails source = source(size, "buckets/" + size);
        try (TestBucket other = TestBucket.create(server().connection())) {
            ObjectAddress target = other.at(source.address().key());
            store.copy(request(source, target, true), ProgressListener.NONE, Cancellation.never());
            assertThat(content(target, size)).isEqualTo(bytes(size));
        }
    }

    @Test
    void aCancelledCopyHasHadABoundedNumberOfPartsAtOnceAndLeavesNone() throws IOException {
        ObjectDetails source = source(Size.LARGE, "cancelled/from");
        ObjectAddress target = bucket.at("cancelled/to");
        Cancellation cancellation = new Cancellation();
        List<PartialUpload> begun = new ArrayList<>();
        try (Relay relay = new Relay(server().endpoint());
                ObjectStore far = through(relay)) {
            relay.hold(PART);
            CompletableFuture<Void> copy =
                    CompletableFuture.runAsync(() ->
                            far.copy(request(source, target, true), toldOf(begun), cancellation));
            await().atMost(Duration.ofSeconds(30)).until(() -> parts(relay) >= 3);
            cancellation.cancel();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(copy::join)
                    .withCauseInstanceOf(CancellationException.class);
            assertThat(parts(relay)).isEqualTo(SmallCopies.PARTS_IN_FLIGHT);
        }
        assertThat(begun)
                .singleElement()
                .satisfies(upload -> {
                    assertThat(upload.target()).isEqualTo(target);
                    assertThat(upload.fileBytes()).isEqualTo(source.size());
                    assertThat(store.partsSent(target, upload.uploadId())).isZero();
                });
        assertThat(OpenUploads.of(server(), bucket.name())).isEmpty();
        assertThat(store.find(target)).isEmpty();
    }

    private static long parts(Relay relay) {
        return relay.requests().stream().filter(PART).count();
    }

    private static ProgressListener toldOf(List<PartialUpload> begun) {
        return new ProgressListener() {
            @Override
            public void transferred(long done, long total) {}

            @Override
            public void begun(PartialUpload upload) {
                begun.add(upload);
            }
        };
    }

    @Test
    void theCopyIsThereThoughTheAnswerWasLost() throws IOException {
        ObjectDetails source = source(Size.LARGE, "lost/from");
        ObjectAddress target = bucket.at("lost/to");
        try (Relay relay = new Relay(server().endpoint());
                ObjectStore far = through(relay)) {
            relay.loseAnswers(request -> request.shape().equals("POST object?uploadId"));
            far.copy(request(source, target, true), ProgressListener.NONE, Cancellation.never());
        }
        assertThat(content(target, Size.LARGE)).isEqualTo(bytes(Size.LARGE));
    }

    @Test
    void nothingIsCopiedOntoItself() {
        ObjectAddress address = bucket.at("itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CopyRequest(address, 1, "", "", address, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a/../b", "tab\tand \u0007 bell"})
    void onlyTheSameObjectIsDeleted(String name) {
        ObjectAddress address = bucket.put("same/" + name, new byte[] {1});
        String etag = store.details(address).etag();
        bucket.put(address.key(), new byte[] {2});

        Failures.expect(
                Failure.Conflict.class,
                () -> store.deleteIfSame(address, etag, Cancellation.never()));
        assertThat(store.find(address)).isPresent();

        String now = store.details(address).etag();
        store.deleteIfSame(address, now, Cancellation.never());
        assertThat(store.find(address)).isEmpty();
        store.deleteIfSame(address, now, Cancellation.never());
    }

    private ObjectStore through(Relay relay) {
        return SmallCopies.open(server().at(relay.endpoint(), server().credentials()));
    }

    private ObjectDetails source(Size size, String key) {
        ObjectAddress address = bucket.at(key);
        try (S3Client s3 = RawClient.of(server())) {
            s3.putObject(
                    put ->
                            put.bucket(address.bucket())
                                    .key(key)
                                    .contentType("application/json")
                                    .cacheControl("max-age=60")
                                    .contentDisposition("attachment; filename=\"a b.json\"")
                                    .contentLanguage("de")
                                    .expires(Instant.parse("2026-01-02T03:04:05Z"))
                                    .metadata(
                                            Map.of(
                                                    "original-filename",
                                                    "=?UTF-8?B?R3LDvMOfZSBhbiBhbGxlLmpzb24=?=")),
                    RequestBody.fromBytes(bytes(size)));
        }
        store.setTags(address, TAGS);
        return store.details(address);
    }

    private static byte[] bytes(Size size) {
        byte[] bytes = new byte[size.bytes];
        new Random(size.bytes).nextBytes(bytes);
        return bytes;
    }

    private byte[] content(ObjectAddress address, Size size) {
        return store.read(address, 0, size.bytes + 1, Cancellation.never());
    }

    private static CopyRequest request(
            ObjectDetails source, ObjectAddress target, boolean onlyIfAbsent) {
        return new CopyRequest(
                source.address(),
                source.size(),
                source.etag(),
                source.storageClass(),
                target,
                onlyIfAbsent);
    }
}
