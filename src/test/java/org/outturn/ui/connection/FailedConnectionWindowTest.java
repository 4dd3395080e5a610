package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.SelfSignedServer;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/**
 * Connections that do not come about: each says why in its own words and what to do, within ten
 * seconds, and afterwards the right connection opens.
 */
class FailedConnectionWindowTest extends WindowTest {
    private static final SampleKey GOOD = SampleKey.of("GOODKEY", "good-secret");
    private static final SampleKey EXPIRED =
            SampleKey.of("OLDKEY", "old-secret")
                    .inSession("old-token", Instant.parse("2026-01-01T00:00:00Z"));

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withRegion("eu-central-1").withKey(GOOD).withKey(EXPIRED);
    }

    @Override
    protected void fill() {
        put("hello.txt", "hello");
    }

    @BeforeEach
    void showForm() {
        window.start().show();
    }

    @AfterEach
    void theProgramGoesOnWorking() {
        window.start().fill(server).connect();
        window.browser().at(BUCKET, "").shows("hello.txt");
        window.start().show();
        assertThat(window.start().failure()).as("what failed before is history").isEmpty();
    }

    @Test
    void nobodyAnswers() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }
        window.start().fill(URI.create("http://127.0.0.1:" + port), "eu-central-1", GOOD).connect();

        says("Could not list the buckets of", "Nobody answers there.", "Check the endpoint");
    }

    @Test
    void whatTakesTooLongCanBeGivenUp() throws IOException {
        try (var silent = new ServerSocket(0)) {
            window.start()
                    .fill(
                            URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                            "eu-central-1",
                            GOOD)
                    .connect();
            window.click("#giveUp");

            Fx.until(
                    "the form can be used",
                    () -> !window.part(javafx.scene.Node.class, "#connect").isDisabled());
            assertThat(window.start().failure()).isEmpty();
            assertThat(Fx.get(() -> window.models().main().openingProperty().get())).isNull();
        }
    }

    @Test
    void wrongSecret() {
        window.start()
                .fill(server.endpoint().toString(), server.region(), "GOODKEY", "other")
                .connect();

        says(
                "Could not list the buckets of",
                "the secret key does not belong to it",
                "Check both keys for missing or extra characters");
        assertThat(window.start().field("#secretKey")).as("to be corrected").isEqualTo("other");
    }

    @Test
    void unknownKey() {
        window.start()
                .fill(server.endpoint().toString(), server.region(), "NOBODY", "other")
                .connect();

        says("The server does not know this access key", "Check both keys");
    }

    @Test
    void aWrongRegionIsCorrectedByTheServer() {
        window.start().fill(server.endpoint(), "us-west-2", GOOD).connect();

        window.browser().at(BUCKET, "").shows("hello.txt");
        window.start().show();
    }

    @Test
    void expiredToken() {
        window.start().fill(server.endpoint(), server.region(), EXPIRED).connect();

        says("The sign-in has run out.", "enter a fresh session token");
    }

    @Test
    void untrustedCertificate(@TempDir Path folder) throws Exception {
        try (var https = SelfSignedServer.before(server.endpoint(), folder)) {
            window.start().fill(https.endpoint(), server.region(), GOOD).connect();

            window.sheet().title();
            window.sheet().cancel();
            says(
                    "The certificate of the server is not one that this computer trusts.",
                    "have its certificate authority installed");
        }
    }

    @Test
    void unknownBucket() {
        window.start()
                .fill(server.endpoint(), server.region(), GOOD)
                .set("#bucket", "no-such-bucket")
                .connect();

        says(
                "Could not list no-such-bucket",
                "There is no such bucket on this server.",
                "Check the name of the bucket");
    }

    private void says(String... parts) {
        Fx.untilThat(window.start()::failure, said -> Assertions.assertThat(said).contains(parts));
        assertThat(window.isShown("#connect")).as("the form is there for another try").isTrue();
    }
}
