package org.outturn.connection.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.SelfSignedServer;
import org.outturn.aws.TestCertificates;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.SignIn;
import org.outturn.connection.check.CheckResult.State;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate.Distrust;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.Relay;
import org.outturn.storage.TestBucket;

/** The steps against real servers, each of which fails in its own way. */
class ConnectionCheckTest {
    private static final SampleKey KEY = SampleKey.of("KEYKEY", "the-secret");
    private static final SampleKey LIMITED =
            SampleKey.of("LIMITED", "the-secret").denying("s3:ListAllMyBuckets");

    @TempDir private Path folder;
    private SampleServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                SampleServer.start(
                        folder.resolve("server"),
                        SampleOptions.DEFAULTS.withKey(KEY).withKey(LIMITED));
        server.store().createBucket("bucket");
        try (ObjectStore store = TestBucket.open(connection(server.endpoint()))) {
            store.put(new ObjectAddress("bucket", "a/empty"), new byte[0], "a/b", Map.of());
            store.put(new ObjectAddress("bucket", "a/full"), new byte[3], "a/b", Map.of());
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyStepIsToldWhenItBeginsAndWhenItEnds() {
        var told = new ArrayList<String>();
        run(
                connection(server.endpoint()),
                Cancellation.never(),
                result -> told.add(result.step() + " " + result.state()));

        assertThat(told)
                .containsExactly(
                        "REACH RUNNING",
                        "REACH PASSED",
                        "ENCRYPT RUNNING",
                        "ENCRYPT PASSED",
                        "SIGN RUNNING",
                        "SIGN PASSED",
                        "LIST RUNNING",
                        "LIST PASSED",
                        "READ RUNNING",
                        "READ PASSED");
    }

    @Test
    void aByteIsReadOfAnObjectThatHasOne() {
        var results = results(connection(server.endpoint()));

        assertThat(results.get(CheckStep.READ).finding())
                .isEqualTo(new CheckFinding.Read("s3://bucket/a/full", 3));
    }

    @Test
    void aPinnedPlaceIsListedAndNothingElse() throws IOException {
        try (Relay relay = new Relay(server.endpoint())) {
            Prefix place = new Prefix("bucket", "a/");
            var results = results(connection(relay.endpoint()).withPinned(Optional.of(place)));

            assertThat(results.get(CheckStep.LIST).finding())
                    .isEqualTo(new CheckFinding.Place("s3://bucket/a/", 2));
            assertThat(relay.requests())
                    .allSatisfy(request ->
                            assertThat(request.target())
                                    .matches("/bucket(\\?.*prefix=a%2F.*|/a/full.*)"));
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }
        var results = results(connection(URI.create("https://127.0.0.1:" + port)));

        assertThat(failure(results, CheckStep.REACH)).isInstanceOf(Failure.Unreachable.class);
        assertThat(failure(results, CheckStep.REACH).technical().detail()).isEqualTo("refused");
        assertThat(results.get(CheckStep.READ).finding())
                .isEqualTo(new CheckFinding.Skipped(CheckStep.REACH));
    }

    @Test
    void theNameIsUnknown() {
        var results = results(connection(URI.create("https://no-such-host.invalid")));

        assertThat(failure(results, CheckStep.REACH).technical().detail())
                .isEqualTo("no such host");
    }

    @Test
    void theServerSpeaksNoTls() {
        var results =
                results(connection(URI.create("https://127.0.0.1:" + server.endpoint().getPort())));

        assertThat(results.get(CheckStep.REACH).state()).isEqualTo(State.PASSED);
        assertThat(failure(results, CheckStep.ENCRYPT)).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aCertificateIsShownWhetherItIsTrustedOrNot() throws Exception {
        Path file =
                TestCertificates.selfSigned(
                        folder.resolve("own.p12"), "ip:127.0.0.1", "-validity", "10");
        try (var https = SelfSignedServer.showing(file, server.endpoint(), 0)) {
            Connection connection = connection(https.endpoint());
            var refused = results(connection);
            assertThat(failure(refused, CheckStep.ENCRYPT))
                    .isInstanceOfSatisfying(
                            Failure.Untrusted.class,
                            untrusted ->
                                    assertThat(untrusted.certificate().orElseThrow().distrust())
                                            .containsExactly(Distrust.SELF_SIGNED));

            var trust = new ServerTrust.Certificate(TestCertificates.sha256(file));
            var trusted = results(connection.withServer(ServerOptions.DEFAULTS.withTrust(trust)));
            assertThat(trusted.get(CheckStep.ENCRYPT).state())
                    .as("it ends soon")
                    .isEqualTo(State.WARNED);
            assertThat(trusted.get(CheckStep.ENCRYPT).finding())
                    .isInstanceOfSatisfying(
                            CheckFinding.Encrypted.class,
                            found -> {
                                assertThat(found.protocol()).isEqualTo("TLSv1.3");
                                assertThat(found.daysLeft()).isEqualTo(9);
                            });
            assertThat(trusted.get(CheckStep.READ).state()).isEqualTo(State.PASSED);
        }
    }

    @Test
    void aLineThatOthersCanReadIsPointedOutAndNothingIsSentOnIt() throws IOException {
        try (Relay relay = new Relay(server.endpoint())) {
            URI open = URI.create("http://s3.test:" + relay.endpoint().getPort());
            var results = results(connection(open));

            assertThat(results.get(CheckStep.ENCRYPT).state()).isEqualTo(State.WARNED);
            assertThat(failure(results, CheckStep.SIGN)).isInstanceOf(Failure.PlainHttp.class);
            assertThat(relay.requests()).isEmpty();
        }
    }

    @Test
    void whoMayNotListBucketsIsAcceptedAllTheSame() {
        var results =
                results(
                        connection(server.endpoint())
                                .withSignIn(
                                        new SignIn.Keys(
                                                new Credentials("LIMITED", "the-secret", ""))));

        assertThat(results.get(CheckStep.SIGN).finding())
                .isInstanceOfSatisfying(
                        CheckFinding.Accepted.class,
                        accepted -> assertThat(accepted.as()).isEqualTo("LIMITED"));
        assertThat(results.get(CheckStep.LIST).state()).isEqualTo(State.WARNED);
        assertThat(failure(results, CheckStep.LIST))
                .isInstanceOfSatisfying(
                        Failure.AccessDenied.class,
                        denied -> assertThat(denied.permission()).isEqualTo("s3:ListAllMyBuckets"));
        assertThat(results.get(CheckStep.READ).finding()).isEqualTo(new CheckFinding.Nothing());
    }

    @Test
    void aBucketThatIsNotThereIsToldAfterTheSignIn() {
        var results =
                results(
                        connection(server.endpoint())
                                .withPinned(Optional.of(Prefix.root("nowhere"))));

        assertThat(results.get(CheckStep.SIGN).state()).isEqualTo(State.PASSED);
        assertThat(failure(results, CheckStep.LIST)).isInstanceOf(Failure.BucketNotFound.class);
    }

    @Test
    void aClockThatIsOffIsMeasured() throws IOException {
        try (Relay relay = new Relay(server.endpoint())) {
            String late =
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.now().plusSeconds(17 * 60).atOffset(ZoneOffset.UTC));
            relay.changeAnswers(_ ->
                    answer ->
                            new String(answer, StandardCharsets.ISO_8859_1)
                                    .replaceFirst("(?i)\r\ndate: [^\r]*", "\r\nDate: " + late)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            var results = results(connection(relay.endpoint()));

            assertThat(results.get(CheckStep.SIGN).state()).isEqualTo(State.WARNED);
            assertThat(results.get(CheckStep.SIGN).finding())
                    .isInstanceOfSatisfying(
                            CheckFinding.Accepted.class,
                            accepted ->
                                    assertThat(accepted.clockBehind().orElseThrow())
                                            .isBetween(
                                                    Duration.ofMinutes(16),
                                                    Duration.ofMinutes(18)));
            assertThat(results.get(CheckStep.READ).state()).isEqualTo(State.PASSED);
        }
    }

    @Test
    void itEndsWhenItIsCancelled() throws IOException {
        try (Relay relay = new Relay(server.endpoint())) {
            var cancellation = new Cancellation();
            relay.hold(_ -> {
                cancellation.cancel();
                return true;
            });
            var told = new ArrayList<CheckResult>();
            long begun = System.nanoTime();

            assertThatThrownBy(() -> run(connection(relay.endpoint()), cancellation, told::add))
                    .isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(7));
            assertThat(told.getLast().step()).isEqualTo(CheckStep.SIGN);
        }
    }

    private static Failure failure(Map<CheckStep, CheckResult> results, CheckStep step) {
        assertThat(results.get(step).finding()).isInstanceOf(CheckFinding.Failed.class);
        return ((CheckFinding.Failed) results.get(step).finding()).failure();
    }

    private static Map<CheckStep, CheckResult> results(Connection connection) {
        var results = new EnumMap<CheckStep, CheckResult>(CheckStep.class);
        run(connection, Cancellation.never(), result -> results.put(result.step(), result));
        assertThat(results.keySet()).containsExactlyElementsOf(List.of(CheckStep.values()));
        assertThat(results.toString()).doesNotContain("the-secret");
        return results;
    }

    private static void run(
            Connection connection, Cancellation cancellation, Consumer<CheckResult> sink) {
        new ConnectionCheck(TestBucket::open, InstantSource.system())
                .run(connection, cancellation, sink);
    }

    private Connection connection(URI endpoint) {
        return new Connection(
                "under test",
                Optional.of(endpoint),
                "us-east-1",
                Addressing.PATH,
                new SignIn.Keys(new Credentials(KEY.accessKey(), KEY.secretKey(), "")),
                Optional.empty());
    }
}
