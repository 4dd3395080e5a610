package org.outturn.aws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.sample.Quirk;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.RestoreTier;
import org.outturn.storage.TestBucket;
import org.outturn.storage.UploadRequest;

/** Each fault gives its own failure, within ten seconds, over real sockets. */
@Timeout(value = 10, unit = SECONDS)
class AwsFailuresTest {
    private static final String SECRET = "sample-secret-that-must-not-show";
    private static final String TOKEN = "sample-token-that-must-not-show";
    private static final Credentials GOOD = new Credentials("GOODKEY", SECRET, "");
    private static final ObjectAddress OBJECT = new ObjectAddress("bucket", "folder/object");

    @TempDir private static Path folder;
    private static SampleServer server;

    /** The calls that one connection can be tried with. */
    enum Work {
        BUCKETS(ObjectStore::buckets),
        LIST(s -> s.list(Prefix.root("bucket"), "/", "", Cancellation.never(), page -> {})),
        DETAILS(s -> s.details(OBJECT)),
        READ(s -> s.read(OBJECT, 0, 1, Cancellation.never())),
        UPLOAD(s ->
                s.upload(
                        new UploadRequest(folder.resolve("file"), OBJECT, "a/b", Map.of(), false),
                        ProgressListener.NONE,
                        Cancellation.never())),
        DOWNLOAD(s ->
                s.download(
                        new DownloadRequest(OBJECT, folder.resolve("down"), true),
                        ProgressListener.NONE,
                        Cancellation.never()));

        private final Consumer<ObjectStore> call;

        Work(Consumer<ObjectStore> call) {
            this.call = call;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Files.write(folder.resolve("file"), new byte[9 << 20]);
        server =
                SampleServer.start(
                        folder.resolve("server"),
                        SampleOptions.DEFAULTS
                                .withRegion("eu-central-1")
                                .withKey(SampleKey.of("GOODKEY", SECRET))
                                .withKey(
                                        SampleKey.of("DENIED", SECRET)
                                                .denying(
                                                        "s3:ListAllMyBuckets",
                                                        "s3:GetObjectTagging",
                                                        "s3:GetLifecycleConfiguration",
                                                        "s3:RestoreObject",
                                                        "s3:GetObject",
                                                        "s3:PutObject",
                                                        "s3:DeleteObject",
                                                        "s3:ListBucket"))
                                .withKey(
                                        SampleKey.of("EXPIRED", SECRET)
                                                .inSession(TOKEN, Instant.now().minusSeconds(60))));
        try (ObjectStore store = open(GOOD)) {
            store.createBucket("bucket");
            store.put(OBJECT, new byte[] {1}, "a/b", Map.of());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyListens(Work work) throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }

        expect(Failure.Unreachable.class, "http://127.0.0.1:" + port, work);
    }

    @Test
    void somebodyListensAndNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
            Stream.of(Work.values())
                    .map(work ->
                            CompletableFuture.runAsync(
                                    () -> expect(Failure.Unreachable.class, endpoint, work),
                                    threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @Test
    void somebodyListensAndNeverShakesHands() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String endpoint = "https://127.0.0.1:" + silent.getLocalPort();
            expect(Failure.Unreachable.class, endpoint, Work.BUCKETS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHostHasNoAddress(Work work) {
        expect(Failure.Unreachable.class, "https://no-such-host.invalid", work);
    }

    @ParameterizedTest
    @EnumSource
    void theSecretIsWrong(Work work) {
        expect(Failure.SignInRejected.class, new Credentials("GOODKEY", "wrong", ""), work);
    }

    @ParameterizedTest
    @EnumSource
    void theKeyIsUnknown(Work work) {
        expect(Failure.SignInRejected.class, new Credentials("NOSUCHKEY", SECRET, ""), work);
    }

    @ParameterizedTest
    @EnumSource
    void theSessionHasEnded(Work work) {
        expect(Failure.SignInExpired.class, new Credentials("EXPIRED", SECRET, TOKEN), work);
    }

    @ParameterizedTest
    @EnumSource
    void thePermissionIsLacking(Work work) {
        String permission =
                switch (work) {
                    case BUCKETS -> "s3:ListAllMyBuckets";
                    case LIST -> "s3:ListBucket";
                    case DETAILS, READ, DOWNLOAD -> "s3:GetObject";
                    case UPLOAD -> "s3:PutObject";
                };

        Failure.AccessDenied failure =
                expect(Failure.AccessDenied.class, new Credentials("DENIED", SECRET, ""), work);

        assertThat(failure.permission()).isEqualTo(permission);
        assertThat(failure.technical().status()).isEqualTo(403);
        assertThat(failure.technical().code()).isEqualTo("AccessDenied");
        assertThat(failure.technical().requestId()).isNotEmpty();
    }

    @Test
    void readingTagsCanBeDeniedByItself() {
        try (ObjectStore store = open(new Credentials("DENIED", SECRET, ""))) {
            Failure.AccessDenied failure =
                    Failures.expect(Failure.AccessDenied.class, () -> store.tags(OBJECT));
            assertThat(failure.permission()).isEqualTo("s3:GetObjectTagging");
            assertThat(failure.attempt().action()).isEqualTo("GetObjectTagging");
            assertThat(failure.attempt().object()).isEqualTo("s3://bucket/folder/object");
        }
    }

    @Test
    void readingTheLifecycleAndRestoringCanBeDenied() {
        try (ObjectStore store = open(new Credentials("DENIED", SECRET, ""))) {
            Failure.AccessDenied rules =
                    Failures.expect(Failure.AccessDenied.class, () -> store.lifecycle("bucket"));
            assertThat(rules.permission()).isEqualTo("s3:GetLifecycleConfiguration");
            Failure.AccessDenied restore =
                    Failures.expect(
                            Failure.AccessDenied.class,
                            () -> store.restore(OBJECT, 1, RestoreTier.BULK));
            assertThat(restore.permission()).isEqualTo("s3:RestoreObject");
            assertThat(restore.attempt().action()).isEqualTo("RestoreObject");
        }
    }

    @Test
    void theBucketIsUnknown() {
        ObjectAddress elsewhere = new ObjectAddress("no-such-bucket", "a");
        try (ObjectStore store = open(GOOD)) {
            for (ThrowingCallable call :
                    new ThrowingCallable[] {
                        () ->
                                store.list(
                                        Prefix.root("no-such-bucket"),
                                        "/",
                                        "",
                                        Cancellation.never(),
                                        page -> {}),
                        () -> store.details(elsewhere),
                        () -> store.find(elsewhere),
                        () -> store.read(elsewhere, 0, 1, Cancellation.never()),
                        () -> store.put(elsewhere, new byte[1], "a/b", Map.of())
                    }) {
                Failures.expect(Failure.BucketNotFound.class, call);
            }
        }
    }

    @Test
    void theRegionIsWrongForTheConnection() {
        Connection connection = connection(server.endpoint().toString(), "us-west-2", GOOD);
        try (ObjectStore store = TestBucket.open(connection)) {
            assertThat(store.buckets()).as("listed in the right one").isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUCKETS")
    void aBucketInAnotherRegionIsFollowedThere(Work work) {
        Connection connection = connection(server.endpoint().toString(), "us-west-2", GOOD);
        try (ObjectStore store = TestBucket.open(connection)) {
            work.call.accept(store);
        }
    }

    @Test
    void theClockIsWrong() throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (SampleServer later = another(SampleOptions.DEFAULTS.withClock(ahead))) {
            expect(Failure.ClockSkew.class, later.endpoint().toString(), Work.BUCKETS);
        }
    }

    @Test
    void theServerHasNoTags() throws IOException {
        try (SampleServer plain =
                another(SampleOptions.DEFAULTS.withQuirks(Quirk.REFUSE_TAGGING))) {
            try (ObjectStore store =
                    TestBucket.open(
                            connection(plain.endpoint().toString(), plain.region(), GOOD))) {
                store.createBucket("bucket");
                store.put(OBJECT, new byte[1], "a/b", Map.of());

                Failures.expect(Failure.NotSupported.class, () -> store.tags(OBJECT));
            }
        }
    }

    @Test
    void aServerThatRefusesAllThatIsNewIsUsedAllTheSame() throws IOException {
        try (SampleServer old =
                        another(
                                SampleOptions.DEFAULTS.withQuirks(
                                        Quirk.REFUSE_TRAILERS,
                                        Quirk.REFUSE_CHUNKED,
                                        Quirk.REFUSE_PART_NUMBER));
                TestBucket bucket =
                        TestBucket.create(
                                connection(old.endpoint().toString(), old.region(), GOOD))) {
            Path back = folder.resolve("old-back");
            ObjectAddress target = bucket.at("large");
            bucket.put("small", new byte[] {1});
            bucket.store()
                    .upload(
                            new UploadRequest(
                                    folder.resolve("file"), target, "a/b", Map.of(), true),
                            ProgressListener.NONE,
                            Cancellation.never());
            bucket.store()
                    .download(
                            new DownloadRequest(target, back, false),
                            ProgressListener.NONE,
                            Cancellation.never());

            assertThat(back).hasSameBinaryContentAs(folder.resolve("file"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCertificateIsNotTrusted(Work work) throws Exception {
        try (SelfSignedServer selfSigned = SelfSignedServer.before(server.endpoint(), folder)) {
            expect(Failure.Untrusted.class, selfSigned.endpoint().toString(), work);
        }
    }

    private static SampleServer another(SampleOptions options) throws IOException {
        return SampleServer.start(
                folder.resolve(UUID.randomUUID().toString()),
                options.withKey(SampleKey.of("GOODKEY", SECRET)));
    }

    private static <T extends Failure> T expect(Class<T> kind, Credentials keys, Work work) {
        return expect(kind, connection(server.endpoint().toString(), server.region(), keys), work);
    }

    private static <T extends Failure> T expect(Class<T> kind, String endpoint, Work work) {
        return expect(kind, connection(endpoint, "us-east-1", GOOD), work);
    }

    private static <T extends Failure> T expect(Class<T> kind, Connection connection, Work work) {
        try (ObjectStore store = TestBucket.open(connection)) {
            T failure = Failures.expect(kind, () -> work.call.accept(store));
            assertThat(failure.toString()).doesNotContain(SECRET, TOKEN, "Signature=", "AWS4-HMAC");
            assertThat(failure.technical().detail()).hasSizeLessThanOrEqualTo(300);
            return failure;
        }
    }

    private static ObjectStore open(Credentials keys) {
        return TestBucket.open(connection(server.endpoint().toString(), server.region(), keys));
    }

    private static Connection connection(String endpoint, String region, Credentials keys) {
        return new Connection(
                "under test",
                Optional.of(URI.create(endpoint)),
                region,
                Addressing.AUTO,
                new SignIn.Keys(keys),
                Optional.empty());
    }
}
