package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.SampleAddress;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.share.PastedAddress;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.Relay;
import org.outturn.storage.TestBucket;
import org.outturn.storage.UploadRequest;

/** Servers that are addressed otherwise than most, before real servers that check signatures. */
class ServerWaysTest {
    private static final ObjectAddress OBJECT = new ObjectAddress("bucket", "folder/a b+ü.txt");
    private static final ObjectAddress LARGE = new ObjectAddress("bucket", "large");
    private static final SampleKey KEY = SampleKey.of("KEYKEY", "secret-secret");

    @TempDir private Path folder;
    private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();

    @Test
    void aServerThatKnowsItsPathIsSignedForWithIt() throws Exception {
        try (SampleServer server = start(new SampleAddress("/minio/s3", ""))) {
            everythingWorks(server.endpoint().resolve("/minio/s3"));
        }
        assertThat(refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/minio", "/storage/v1/s3/"})
    void aServerBehindSomebodyWhoTakesThePathAwayIsSignedForWithoutIt(String path)
            throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""));
                Relay proxy = new Relay(server.endpoint())) {
            String taken = path.replaceAll("/$", "");
            proxy.changeRequests(head -> head.replaceFirst(" " + taken + "/?", " /"));
            everythingWorks(proxy.endpoint().resolve(path));

            assertThat(proxy.requests())
                    .allSatisfy(request -> assertThat(request.target()).startsWith(taken));
        }
        assertThat(refused()).as("found out once").hasSize(1);
    }

    @Test
    void whoHasTheWrongSecretIsToldSoBehindAPathAsWell() throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""));
                Relay proxy = new Relay(server.endpoint())) {
            proxy.changeRequests(head -> head.replaceFirst(" /minio/?", " /"));
            Connection wrong =
                    connection(proxy.endpoint().resolve("/minio"))
                            .withSignIn(new SignIn.Keys(new Credentials("KEYKEY", "other", "")));
            try (ObjectStore store = TestBucket.open(wrong)) {
                Failures.expect(Failure.SignInRejected.class, store::buckets);
                Failures.expect(Failure.SignInRejected.class, store::buckets);
            }
        }
        assertThat(log).as("asked in the other way once only").hasSize(3);
    }

    @Test
    void aServerWithAHostPerBucketIsFoundOut() throws Exception {
        try (SampleServer server = start(new SampleAddress("", "s3.test"))) {
            everythingWorks(URI.create("http://s3.test:" + server.endpoint().getPort()));
        }
        assertThat(refused()).as("found out once").hasSize(1);
    }

    @Test
    void aServerWithBucketsInPathsIsAskedForNothingMore() throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""))) {
            everythingWorks(URI.create("http://s3.test:" + server.endpoint().getPort()));
        }
        assertThat(refused()).isEmpty();
    }

    @Test
    void aBucketThatIsNotThereIsStillNotThere() throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""));
                ObjectStore store =
                        TestBucket.open(
                                connection(
                                        URI.create(
                                                "http://s3.test:"
                                                        + server.endpoint().getPort())))) {
            Prefix nowhere = Prefix.root("no-such-bucket");
            for (int i = 0; i < 2; i++) {
                Failures.expect(
                        Failure.BucketNotFound.class,
                        () -> store.list(nowhere, "/", "", Cancellation.never(), _ -> {}));
            }
            store.put(OBJECT, new byte[1], "a/b", Map.of());
            assertThat(store.find(OBJECT)).isPresent();
        }
        assertThat(log)
                .as("in paths, but for one look")
                .hasSize(5)
                .filteredOn(request -> request.path().equals("/"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void anAddressHasNoHostsBelowIt(String host) throws Exception {
        try (SampleServer server = start(new SampleAddress("", "s3.test"));
                ObjectStore store =
                        TestBucket.open(
                                connection(
                                        URI.create(
                                                "http://"
                                                        + host
                                                        + ":"
                                                        + server.endpoint().getPort())))) {
            Failures.expect(Failure.AccessDenied.class, () -> store.tags(OBJECT));
        }
        assertThat(log).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void linksCarryTheAddressThatOthersKnow() throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""));
                Relay outside = new Relay(server.endpoint())) {
            URI known = outside.endpoint();
            Connection connection =
                    connection(server.endpoint())
                            .withServer(ServerOptions.DEFAULTS.withLinkHost(Optional.of(known)));
            try (ObjectStore store = TestBucket.open(connection)) {
                store.put(OBJECT, "content".getBytes(StandardCharsets.UTF_8), "a/b", Map.of());
                URI link = store.presignGet(OBJECT, Duration.ofHours(1), "").url();

                assertThat(link.toString()).startsWith(known + "/bucket/folder/");
                assertThat(fetched(link)).isEqualTo("content");
            }
            assertThat(outside.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-17, 42})
    void theClockIsComparedWithTheServersWhileThingsStillWork(long minutes) throws Exception {
        try (SampleServer server = start(new SampleAddress("", ""));
                Relay relay = new Relay(server.endpoint())) {
            relay.changeAnswers(_ -> answer -> dated(answer, Duration.ofMinutes(minutes)));
            try (ObjectStore store = TestBucket.open(connection(relay.endpoint()))) {
                assertThat(store.clockBehind()).isEmpty();
                store.buckets();

                assertThat(store.clockBehind().orElseThrow())
                        .isBetween(
                                Duration.ofMinutes(minutes).minusSeconds(20),
                                Duration.ofMinutes(minutes).plusSeconds(20));
            }
        }
    }

    @Test
    void aClockThatTheServerRefusesIsCorrectedByWhatItSays() throws Exception {
        Duration off = Duration.ofHours(1);
        SampleOptions options =
                SampleOptions.DEFAULTS
                        .withKey(KEY)
                        .withClock(Clock.offset(Clock.systemUTC(), off))
                        .withRequestLog(log::add);
        try (SampleServer server = SampleServer.start(folder.resolve("server"), options);
                Relay relay = new Relay(server.endpoint())) {
            relay.changeAnswers(_ -> answer -> dated(answer, off));
            try (ObjectStore store = TestBucket.open(connection(relay.endpoint()))) {
                assertThat(store.buckets()).isEmpty();
                assertThat(store.clockBehind().orElseThrow())
                        .isBetween(off.minusSeconds(20), off.plusSeconds(20));
            }
        }
    }

    private static byte[] dated(byte[] answer, Duration off) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plus(off).atOffset(ZoneOffset.UTC));
        return new String(answer, StandardCharsets.ISO_8859_1)
                .replaceFirst("(?i)\r\ndate: [^\r]*", "\r\nDate: " + date)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Short requests, direct ones, parts, links and pasted links. */
    private void everythingWorks(URI endpoint) throws Exception {
        byte[] bytes = new byte[9 << 20];
        new Random(1).nextBytes(bytes);
        Path large = Files.write(folder.resolve("large"), bytes);
        Path small = Files.writeString(folder.resolve("small"), "content");
        Path back = folder.resolve("back");
        try (ObjectStore store = TestBucket.open(connection(endpoint))) {
            assertThat(store.buckets()).hasSize(1);
            store.put(new ObjectAddress("bucket", "short"), new byte[1], "a/b", Map.of());
            for (ObjectAddress address : List.of(OBJECT, LARGE)) {
                Path file = address.equals(LARGE) ? large : small;
                store.upload(
                        new UploadRequest(file, address, "text/plain", Map.of(), true),
                        ProgressListener.NONE,
                        Cancellation.never());
                store.download(
                        new DownloadRequest(address, back, true),
                        ProgressListener.NONE,
                        Cancellation.never());
                assertThat(back).hasSameBinaryContentAs(file);
            }
            URI link = store.presignGet(OBJECT, Duration.ofHours(1), "a b.txt").url();
            assertThat(fetched(link)).isEqualTo("content");
            assertThat(PastedAddress.parse(link.toString(), Optional.of(endpoint)))
                    .isInstanceOfSatisfying(
                            PastedAddress.Found.class,
                            found -> {
                                assertThat(found.object()).contains(OBJECT);
                                assertThat(found.endpoint()).contains(endpoint);
                            });
        }
    }

    private static String fetched(URI link) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(link).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private List<LoggedRequest> refused() {
        return log.stream()
                .filter(request -> request.status() >= 400 && !request.method().equals("HEAD"))
                .toList();
    }

    private SampleServer start(SampleAddress address) throws IOException {
        SampleServer server =
                SampleServer.start(
                        folder.resolve("server"),
                        SampleOptions.DEFAULTS
                                .withKey(KEY)
                                .withAddress(address)
                                .withRequestLog(log::add));
        server.store().createBucket("bucket");
        return server;
    }

    private static Connection connection(URI endpoint) {
        return new Connection(
                        "under test",
                        Optional.of(endpoint),
                        "us-east-1",
                        Addressing.AUTO,
                        new SignIn.Keys(new Credentials(KEY.accessKey(), KEY.secretKey(), "")),
                        Optional.empty())
                .withServer(ServerOptions.DEFAULTS.withPlainHttp(true));
    }
}
