package org.outturn.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
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
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.Prefix;
import org.outturn.storage.Relay;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** Servers that need the operator's word, connections that are tested, and keys that may little. */
class ServersWindowTest extends WindowTest {
    private static final SampleKey GOOD = SampleKey.of("GOODKEY", "good-secret");
    private static final SampleKey READER =
            SampleKey.of("READER", "reader-secret")
                    .denying(
                            "s3:ListAllMyBuckets",
                            "s3:ListBucket",
                            "s3:ListBucketMultipartUploads",
                            "s3:GetObjectTagging",
                            "s3:GetLifecycleConfiguration");

    private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(GOOD).withKey(READER).withRequestLog(log::add);
    }

    @Override
    protected void fill() {
        put("team/a/notes.txt", "what the reader may read");
        put("team/b/more.txt", "more");
        put("other/secret.txt", "outside");
    }

    @AfterEach
    void closeSheets() {
        if (window.sheet().isShown()) {
            window.press(KeyCode.ESCAPE);
            window.sheet().gone();
        }
        window.toasts().clear();
    }

    @Test
    void aCertificateIsShownAndTrustedAlone(@TempDir Path folder) throws Exception {
        Path file = TestCertificates.selfSigned(folder.resolve("one.p12"), "dns:storage.works");
        try (var https = SelfSignedServer.showing(file, server.endpoint(), 0)) {
            window.start().show().fill(https.endpoint(), server.region(), GOOD).connect();

            window.sheet()
                    .titled(
                            "The certificate of "
                                    + https.endpoint().getAuthority()
                                    + " is not trusted");
            assertThat(window.sheet().text())
                    .contains("Nobody has signed it", "CN=storage,O=Works", "storage.works");
            String fingerprint =
                    Fx.get(() -> window.part(TextArea.class, "#trust-fingerprint").getText());
            assertThat(fingerprint.replaceAll("[:\n]", ""))
                    .isEqualToIgnoringCase(TestCertificates.sha256(file));

            window.sheet().agree();
            window.browser().at(BUCKET, "").shows("other/", "team/");
        }
    }

    @Test
    void aChangedCertificateIsSaidToBeOne(@TempDir Path folder) throws Exception {
        Path one = TestCertificates.selfSigned(folder.resolve("one.p12"), "ip:127.0.0.1");
        Path two = TestCertificates.selfSigned(folder.resolve("two.p12"), "ip:127.0.0.1");
        try (var https = SelfSignedServer.showing(two, server.endpoint(), 0)) {
            Connection before =
                    connection(https.endpoint(), GOOD)
                            .withServer(
                                    ServerOptions.DEFAULTS.withTrust(
                                            new ServerTrust.Certificate(
                                                    TestCertificates.sha256(one))));
            open(before);

            assertThat(window.sheet().title()).contains("has changed");
            assertThat(window.sheet().text()).contains("Servers renew their certificates");
            window.sheet().cancel();
        }
    }

    @Test
    void aLineThatOthersCanReadIsAgreedToFirst() {
        URI plain = URI.create("http://s3.test:" + server.endpoint().getPort());
        window.start().show().fill(plain, server.region(), GOOD).connect();

        window.sheet().titled("The line to " + plain.getAuthority() + " is not encrypted");
        assertThat(window.sheet().action()).isEqualTo("Connect all the same");
        assertThat(log).as("nothing was sent").noneMatch(r -> r.path().contains("s3.test"));

        window.sheet().agree();
        window.browser().at(BUCKET, "").shows("other/", "team/");
    }

    @Test
    void aTestShowsEachStepAndItsReportHasNoSecret() {
        window.start().show().fill(server.endpoint().toString(), "us-east-1", "GOODKEY", "wrong");
        window.start().connect();
        Fx.until("the failure is told", () -> !window.start().failure().isEmpty());

        window.click("#test");
        Fx.until("it has ended", () -> copyable());
        assertThat(step("REACH")).contains("good", "answers at 127.0.0.1");
        assertThat(step("ENCRYPT")).contains("good", "does not leave this computer");
        assertThat(step("SIGN")).contains("failed", "the secret key does not belong to it");
        assertThat(step("LIST")).contains("not tried");
        window.click("#check-copy");

        assertThat(window.clipboard())
                .contains("SignatureDoesNotMatch", server.endpoint().toString())
                .doesNotContain("wrong", "good-secret");
        window.sheet().agree();
    }

    @Test
    void aTestOfAGoodConnectionPassesAndWritesNothing() throws Exception {
        try (Relay relay = new Relay(server.endpoint())) {
            Connection good = connection(relay.endpoint(), GOOD);
            Fx.run(() -> window.models().connection().test(good));
            Fx.until("it has ended", () -> copyable());

            assertThat(step("SIGN")).contains("good", "GOODKEY", "clock of this computer is right");
            assertThat(step("LIST")).contains("good", "One bucket");
            assertThat(step("READ")).contains("good", "s3://outputs/");
            assertThat(relay.requests())
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(r.method()).isIn("GET", "HEAD"));
            window.sheet().agree();
        }
    }

    @Test
    void whoMayOnlyReadAPastedFileIsShownIt() {
        window.start()
                .show()
                .fill(server.endpoint(), server.region(), READER)
                .set("#bucket", BUCKET)
                .connect();
        Fx.until(
                "the listing says what is missing",
                () -> window.browser().placeholder().contains("s3:ListBucket"));

        window.goTo("s3://" + BUCKET + "/team/a/notes.txt");

        Fx.until("its name", () -> window.inspector().name().equals("notes.txt"));
        Fx.until(
                "its content",
                () -> window.inspector().previewText().contains("what the reader may read"));
        assertThat(window.browser().keys()).containsExactly("team/a/notes.txt");
        assertThat(window.browser().status()).contains("s3:ListBucket");
        window.clearClipboard();
        window.browser().focusTable();
        window.press(KeyCode.CONTROL, KeyCode.C);
        Fx.until("it can be linked", () -> window.clipboard().contains("notes.txt?"));
        window.inspector().tab("Tags");
        Fx.until(
                "the tags' permission",
                () -> window.inspector().tagsText().contains("s3:GetObjectTagging"));
        window.inspector().tab("Preview");
        assertThat(window.toasts().texts()).as("nothing piles up").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nothingIsAskedOutsideOfThePinnedPlace() throws IOException {
        log.clear();
        try (Relay relay = new Relay(server.endpoint())) {
            Connection pinned =
                    connection(relay.endpoint(), GOOD)
                            .withPinned(Optional.of(new Prefix(BUCKET, "team/")));
            open(pinned);
            window.browser().at(BUCKET, "team/").shows("team/a/", "team/b/");
            Fx.until("the places are listed", () -> relay.requests().size() >= 4);

            assertThat(relay.requests())
                    .allSatisfy(request -> {
                        String target = request.target();
                        assertThat(target).startsWith("/" + BUCKET);
                        assertThat(
                                        target.contains("prefix=team%2F")
                                                || target.contains("lifecycle")
                                                || target.contains("versioning"))
                                .as(target)
                                .isTrue();
                    });
        }
    }

    private boolean copyable() {
        return window.isShown("#check-copy")
                && Fx.get(() -> !window.part(Button.class, "#check-copy").isDisabled());
    }

    private String step(String name) {
        return Fx.get(() -> window.part(Node.class, "#check-" + name).getAccessibleText());
    }

    private void open(Connection connection) {
        Fx.run(() -> window.navigation().connect(connection));
    }

    private Connection connection(URI endpoint, SampleKey key) {
        return new Connection(
                "storage",
                Optional.of(endpoint),
                server.region(),
                Addressing.AUTO,
                new SignIn.Keys(new Credentials(key.accessKey(), key.secretKey(), "")),
                Optional.empty());
    }
}
