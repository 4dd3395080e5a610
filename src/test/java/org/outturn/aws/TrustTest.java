package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.ServerCertificate.Distrust;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.TestBucket;
import org.outturn.storage.UploadRequest;

/** Real TLS servers, whose certificates are trusted or not, in every way a store sends requests. */
class TrustTest {
    private static final ObjectAddress SMALL = new ObjectAddress("bucket", "small");
    private static final ObjectAddress LARGE = new ObjectAddress("bucket", "large");

    @TempDir private static Path folder;
    private static SampleServer server;
    private static Path large;

    /** The ways in which requests leave: short, in one request without the client, in parts. */
    private enum Way {
        SHORT {
            @Override
            void go(ObjectStore store) {
                store.details(SMALL);
            }
        },
        DIRECT {
            @Override
            void go(ObjectStore store) {
                upload(store, SMALL);
                store.download(
                        new DownloadRequest(SMALL, folder.resolve("back"), true),
                        ProgressListener.NONE,
                        Cancellation.never());
            }
        },
        PARTS {
            @Override
            void go(ObjectStore store) {
                upload(store, LARGE);
                store.download(
                        new DownloadRequest(LARGE, folder.resolve("back"), true),
                        ProgressListener.NONE,
                        Cancellation.never());
            }
        };

        abstract void go(ObjectStore store);

        private static void upload(ObjectStore store, ObjectAddress address) {
            store.upload(
                    new UploadRequest(
                            address.equals(LARGE) ? large : folder.resolve("small"),
                            address,
                            "a/b",
                            Map.of(),
                            false),
                    ProgressListener.NONE,
                    Cancellation.never());
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = SampleServer.start(folder.resolve("server"), SampleOptions.DEFAULTS);
        server.store().createBucket("bucket");
        byte[] content = new byte[18 << 20];
        new Random(1).nextBytes(content);
        large = Files.write(folder.resolve("large"), content);
        Files.writeString(folder.resolve("small"), "small");
        try (ObjectStore store = open(server.endpoint(), new ServerTrust.Runtime())) {
            store.put(SMALL, new byte[] {1}, "a/b", Map.of());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ip:127.0.0.1,        -1d, 30, SELF_SIGNED",
        "dns:other.example,   -1d, 30, SELF_SIGNED",
        "ip:127.0.0.1,       -20d, 10, SELF_SIGNED EXPIRED",
        "ip:127.0.0.1,       +20d, 10, SELF_SIGNED NOT_YET_VALID",
    })
    void aSelfSignedOneIsRefusedWithItsFacts(String host, String from, String days, String why)
            throws Exception {
        Path file =
                TestCertificates.selfSigned(
                        fresh("own"), host, "-startdate", from, "-validity", days);

        ServerCertificate shown = refused(file, new ServerTrust.Runtime());

        assertThat(shown.distrust()).extracting(Enum::name).containsExactly(why.split(" "));
        assertThat(shown.subject()).isEqualTo("CN=storage,O=Works").isEqualTo(shown.issuer());
        assertThat(shown.hosts()).containsExactly(host.substring(host.indexOf(':') + 1));
        assertThat(shown.sha256()).isEqualTo(TestCertificates.sha256(file));
        assertThat(shown.validFrom()).isBefore(shown.validTo());
    }

    @Test
    void theFingerprintReadsAsPeopleCompareIt() throws Exception {
        Path file = TestCertificates.selfSigned(fresh("own"), "ip:127.0.0.1");

        String fingerprint = refused(file, new ServerTrust.Runtime()).fingerprint();

        assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(new ServerTrust.Certificate(fingerprint).sha256())
                .isEqualTo(TestCertificates.sha256(file));
    }

    @ParameterizedTest
    @CsvSource({
        "ip:127.0.0.1,      -1d, 30, false, UNKNOWN_AUTHORITY",
        "ip:127.0.0.1,     -20d, 10, false, UNKNOWN_AUTHORITY EXPIRED",
        "dns:other.example, -1d, 30, true,  WRONG_HOST",
        "ip:127.0.0.1,     -20d, 10, true,  EXPIRED",
        "ip:127.0.0.1,     +20d, 10, true,  NOT_YET_VALID",
    })
    void aSignedOneIsRefusedForWhatIsWrong(
            String host, String from, String days, boolean known, String why) throws Exception {
        Path ca = Files.createDirectory(fresh("ca"));
        Path file = TestCertificates.signed(ca, host, "-startdate", from, "-validity", days);
        ServerTrust trust =
                known
                        ? new ServerTrust.Authorities(ca.resolve("ca.pem"))
                        : new ServerTrust.Runtime();

        ServerCertificate shown = refused(file, trust);

        assertThat(shown.distrust()).extracting(Enum::name).containsExactly(why.split(" "));
        assertThat(shown.issuer()).isEqualTo("CN=Works Authority");
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAuthorityOfTheFileSignedIsTrustedEveryWay(Way way) throws Exception {
        Path ca = Files.createDirectory(fresh("ca"));
        Path file = TestCertificates.signed(ca, "ip:127.0.0.1");

        works(way, file, new ServerTrust.Authorities(ca.resolve("ca.pem")));
    }

    @ParameterizedTest
    @EnumSource
    void oneCertificateIsTrustedWhateverItsNameAndAge(Way way) throws Exception {
        Path file =
                TestCertificates.selfSigned(
                        fresh("own"), "dns:other.example", "-startdate", "-20d", "-validity", "10");

        works(way, file, new ServerTrust.Certificate(TestCertificates.sha256(file)));
    }

    @ParameterizedTest
    @EnumSource
    void anotherCertificateThanTheTrustedOneIsAChangedOne(Way way) throws Exception {
        Path file = TestCertificates.selfSigned(fresh("own"), "ip:127.0.0.1");
        Path other = TestCertificates.selfSigned(fresh("own"), "ip:127.0.0.1");
        var trust = new ServerTrust.Certificate(TestCertificates.sha256(file));
        try (SelfSignedServer https = SelfSignedServer.showing(other, server.endpoint(), 0);
                ObjectStore store = open(https.endpoint(), trust)) {
            Failure.Untrusted failure =
                    Failures.expect(Failure.Untrusted.class, () -> way.go(store));

            assertThat(failure.messageKey()).isEqualTo("untrustedChanged");
            ServerCertificate shown = failure.certificate().orElseThrow();
            assertThat(shown.distrust()).containsExactly(Distrust.CHANGED);
            assertThat(shown.sha256()).isEqualTo(TestCertificates.sha256(other));
        }
    }

    @Test
    void aCertificateThatChangesWhileTheConnectionIsOpenIsRefused() throws Exception {
        Path file = TestCertificates.selfSigned(fresh("own"), "ip:127.0.0.1");
        Path other = TestCertificates.selfSigned(fresh("own"), "ip:127.0.0.1");
        var trust = new ServerTrust.Certificate(TestCertificates.sha256(file));
        SelfSignedServer before = SelfSignedServer.showing(file, server.endpoint(), 0);
        int port = before.port();
        try (ObjectStore store = open(before.endpoint(), trust)) {
            store.details(SMALL);
            before.close();
            try (SelfSignedServer after =
                    SelfSignedServer.showing(other, server.endpoint(), port)) {
                assertThat(after.port()).isEqualTo(port);
                Failure.Untrusted failure =
                        Failures.expect(Failure.Untrusted.class, () -> store.details(SMALL));
                assertThat(failure.messageKey()).isEqualTo("untrustedChanged");
            }
        }
    }

    @Test
    void linksAreMadeWithoutAskingForACertificate() {
        URI nowhere = URI.create("https://127.0.0.1:1");
        var trust = new ServerTrust.Certificate("ab".repeat(32));
        try (ObjectStore store = open(nowhere, trust)) {
            URI link = store.presignGet(SMALL, java.time.Duration.ofHours(1), "").url();
            assertThat(link.toString()).startsWith(nowhere + "/bucket/small?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "key", "damaged", "cut"})
    void aFileOfAuthoritiesThatIsNoneIsSaidToBe(String kind) throws Exception {
        Path ca = Files.createDirectory(fresh("ca"));
        TestCertificates.signed(ca, "ip:127.0.0.1");
        String good = Files.readString(ca.resolve("ca.pem"), StandardCharsets.US_ASCII);
        Path file = ca.resolve(kind + ".pem");
        String text =
                switch (kind) {
                    case "empty" -> "";
                    case "key" -> "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
                    case "damaged" -> good + good.replace("M", "N");
                    default -> "# ours\n" + good.substring(0, good.length() / 2);
                };
        if (!kind.equals("missing")) {
            Files.writeString(file, text);
        }

        Failure.AuthorityFile failure =
                Failures.expect(
                        Failure.AuthorityFile.class,
                        () -> open(server.endpoint(), new ServerTrust.Authorities(file)));

        assertThat(failure.path()).isEqualTo(file.toString());
        assertThat(failure.technical().detail())
                .isEqualTo(
                        switch (kind) {
                            case "missing" -> "it cannot be read (NoSuchFileException)";
                            case "empty" ->
                                    "it holds no certificate in text form (BEGIN CERTIFICATE)";
                            case "key" -> "it holds a private key and no certificate";
                            case "damaged" ->
                                    "the certificate that begins at line "
                                            + (good.lines().count() + 1)
                                            + " is damaged";
                            default -> "the certificate that begins at line 2 has no end";
                        });
    }

    @Test
    void commentsAndSeveralCertificatesAreTaken() throws Exception {
        Path one = Files.createDirectory(fresh("ca"));
        Path two = Files.createDirectory(fresh("ca"));
        TestCertificates.authority(one);
        TestCertificates.authority(two);
        Path file = TestCertificates.signed(two, "ip:127.0.0.1");
        Path bundle = one.resolve("bundle.pem");
        Files.writeString(
                bundle,
                "the first\n"
                        + Files.readString(one.resolve("ca.pem"))
                        + "\r\nthe second\r\n"
                        + Files.readString(two.resolve("ca.pem")));

        works(Way.SHORT, file, new ServerTrust.Authorities(bundle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example",
                "http://10.1.2.3:9000",
                "http://127.0.0.1.example"
            })
    void plainHttpIsRefusedUntilItIsAgreedTo(String endpoint) {
        Connection connection = connection(URI.create(endpoint), new ServerTrust.Runtime());
        Failures.expect(Failure.PlainHttp.class, () -> TestBucket.open(connection));

        Connection agreed = connection.withServer(ServerOptions.DEFAULTS.withPlainHttp(true));
        assertThatCode(() -> TestBucket.open(agreed).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9000",
                "HTTP://LOCALHOST",
                "http://minio.localhost",
                "http://127.8.9.10:1",
                "http://[::1]:9000",
                "https://storage.example"
            })
    void whatNobodyCanReadNeedsNoAgreement(String endpoint) {
        Connection connection = connection(URI.create(endpoint), new ServerTrust.Runtime());

        assertThatCode(() -> TestBucket.open(connection).close()).doesNotThrowAnyException();
    }

    private static void works(Way way, Path file, ServerTrust trust) throws Exception {
        try (SelfSignedServer https = SelfSignedServer.showing(file, server.endpoint(), 0);
                ObjectStore store = open(https.endpoint(), trust)) {
            way.go(store);
            assertThat(store.find(SMALL)).isPresent();
        }
    }

    private static ServerCertificate refused(Path file, ServerTrust trust) throws Exception {
        try (SelfSignedServer https = SelfSignedServer.showing(file, server.endpoint(), 0);
                ObjectStore store = open(https.endpoint(), trust)) {
            return Failures.expect(Failure.Untrusted.class, () -> Way.SHORT.go(store))
                    .certificate()
                    .orElseThrow();
        }
    }

    private static Path fresh(String name) {
        return folder.resolve(name + Instant.now().toEpochMilli() + "-" + System.nanoTime());
    }

    private static ObjectStore open(URI endpoint, ServerTrust trust) {
        return TestBucket.open(connection(endpoint, trust));
    }

    private static Connection connection(URI endpoint, ServerTrust trust) {
        return new Connection(
                        "tls",
                        Optional.of(endpoint),
                        server.region(),
                        Addressing.PATH,
                        new SignIn.Keys(
                                new Credentials(server.accessKey(), server.secretKey(), "")),
                        Optional.empty())
                .withServer(ServerOptions.DEFAULTS.withTrust(trust));
    }
}
