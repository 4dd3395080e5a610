package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.logging.Logging;
import org.outturn.logging.SecretRedactor;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.signin.IssuedKeys;
import org.outturn.signin.SignInStandIn;
import org.outturn.storage.Prefix;
import org.outturn.testkit.Fx;
import org.outturn.testkit.ProgramWindow;
import org.outturn.testkit.SecretScan;
import org.slf4j.LoggerFactory;

/**
 * A tour with secrets that are known, in every way that they come in, with a log that says all that
 * it can; afterwards none of them is in any file but those that the operator or the AWS CLI keep
 * them in.
 */
class SecretScanTest {
    private static final String BUCKET = "outputs";
    private static final SampleKey PROFILE =
            SampleKey.of("AKIAMARKEDPROFILE", "mArk/prof+ile/6hQ2ZpX0wT8rB4nK");
    private static final SampleKey ENV =
            SampleKey.of("AKIAMARKEDENVFILE", "mArk/env+file/1vC9LsY7eJ3uD5mG");
    private static final SampleKey TYPED =
            SampleKey.of("ASIAMARKEDTYPED", "mArk/typ+ed/8kF4RtN2aW6xH0qV")
                    .inSession("mArk/typed+token/5yB1PdM7gS3zE9cJ", null);
    private static final SampleKey SAVED =
            SampleKey.of("AKIAMARKEDSAVED", "mArk/sav+ed/3wT7KxQ9fU1nL5hA");
    private static final SampleKey ROLE =
            SampleKey.of("ASIAMARKEDROLE", "mArk/ro+le/0bZ8GvC4jY2sR6pE")
                    .inSession("mArk/role+token/7mD3NqX5tK9wF1aH", null);
    private static final String REFUSED = "mArk/refu+sed/4rJ6TyB8kP2cV0xL";
    private static final String NATS = "mArk/na+ts/9sG5WzM1dQ7uH3eN";
    private static final String JOBS = "mArk/jo+bs/2fK8CtR4yL6bX0vP";
    private static final Pattern TOKEN =
            Pattern.compile("\"(accessToken|refreshToken|clientSecret)\"\\s*:\\s*\"([^\"]{8,})\"");

    @TempDir private Path home;
    @TempDir private Path stored;
    @TempDir private Path work;

    private final SignInStandIn aws = new SignInStandIn();
    private final SecretScan scan = new SecretScan();
    private final Instant began = Instant.now().minusSeconds(2);
    private SampleServer server;
    private Logging logging;
    private ProgramWindow window;

    @BeforeEach
    void begin() throws IOException {
        var options = SampleOptions.DEFAULTS;
        for (SampleKey key : new SampleKey[] {PROFILE, ENV, TYPED, SAVED, ROLE}) {
            options = options.withKey(key);
        }
        server = SampleServer.start(stored, options);
        server.store().createBucket(BUCKET);
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        server.store()
                .put(
                        BUCKET,
                        "hello.txt",
                        server.store().content(text),
                        ObjectAttributes.of("text/plain"),
                        Instant.now());
        aws.directory()
                .role(
                        "111122223333",
                        "reader",
                        () -> IssuedKeys.of(ROLE, Instant.now().plusSeconds(3600)))
                .account("111122223333", "Pipelines");
        files();
        var redactor = new SecretRedactor();
        logging = Logging.start(home.resolve("logs"), redactor);
        context().getLogger("org.outturn").setLevel(Level.TRACE);
        window = ProgramWindow.show(home, Clock.systemDefaultZone(), environment(), redactor);
        hide("profile", PROFILE);
        hide("env", ENV);
        hide("typed", TYPED);
        hide("saved", SAVED);
        hide("role", ROLE);
        scan.hide("refused", REFUSED).hide("nats", NATS).hide("jobs", JOBS);
    }

    private void hide(String name, SampleKey key) {
        scan.hide(name + " secret", key.secretKey());
        if (key.sessionToken() != null) {
            scan.hide(name + " token", key.sessionToken());
        }
    }

    private void files() throws IOException {
        Path files = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                files.resolve("config"),
                """
                [profile marked]
                endpoint_url = %1$s
                region = us-east-1

                [profile single]
                sso_session = my-sso
                sso_account_id = 111122223333
                sso_role_name = reader
                endpoint_url = %1$s
                region = us-east-1

                [sso-session my-sso]
                sso_start_url = https://example.com/start
                sso_region = eu-central-1
                """
                        .formatted(server.endpoint()));
        Files.writeString(
                files.resolve("credentials"),
                """
                [marked]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                this line is broken %s
                """
                        .formatted(PROFILE.accessKey(), PROFILE.secretKey(), PROFILE.secretKey()));
        Files.writeString(
                home.resolve(".env"),
                """
                S3_ENDPOINT_URL=%s
                S3_BUCKET=%s
                AWS_ACCESS_KEY_ID=%s
                AWS_SECRET_ACCESS_KEY='%s'
                NATS_URL=nats://localhost:4222
                NATS_TOKEN='%s'
                """
                        .formatted(
                                server.endpoint(), BUCKET, ENV.accessKey(), ENV.secretKey(), NATS));
    }

    private Map<String, String> environment() throws IOException {
        Path browser = work.resolve("browser.sh");
        Files.writeString(browser, "#!/bin/sh\nexec curl -fsSL --max-time 20 \"$1\" >/dev/null\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        String endpoint = aws.endpoint().toString();
        return Map.of(
                "AWS_ENDPOINT_URL_SSO", endpoint,
                "AWS_ENDPOINT_URL_SSO_OIDC", endpoint,
                "BROWSER", browser.toString());
    }

    @AfterEach
    void end() throws Exception {
        if (window != null) {
            window.close();
        }
        server.close();
        aws.close();
        logging.close();
        context().reset();
        new ContextInitializer(context()).autoConfig();
        context().start();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Test
    void noFileHasASecret() throws Exception {
        withAProfile();
        withAnEnvFile();
        withTypedKeys();
        withSavedKeys();
        withSingleSignOn();
        withKeysThatAreRefused();
        withJobRecords();
        shareAll();
        window.close();
        window = null;

        assertThat(scan.in(home, file -> true))
                .as("the scan finds what is there")
                .anyMatch(found -> found.startsWith("profile secret in .aws"))
                .anyMatch(found -> found.startsWith("env secret in .env"))
                .anyMatch(found -> found.startsWith("accessToken in .aws"));
        assertThat(scan.in(home, file -> !isKept(file))).isEmpty();
        assertThat(scan.in(work, file -> true)).isEmpty();
        assertThat(scan.in(Path.of(System.getProperty("java.io.tmpdir")), this::isNew)).isEmpty();
        assertThat(logging.file()).isNotEmptyFile();
    }

    private boolean isKept(Path file) {
        return file.equals(home.resolve(".aws/credentials"))
                || file.equals(home.resolve(".env"))
                || file.startsWith(home.resolve(".aws/sso/cache"));
    }

    private boolean isNew(Path file) {
        try {
            return !file.startsWith(home)
                    && !file.startsWith(stored)
                    && Files.getLastModifiedTime(file).toInstant().isAfter(began)
                    && Files.size(file) < 64 << 20;
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private void withAProfile() throws IOException {
        window.start().show();
        window.start().clickProfile("marked");
        listed();
        window.browser().select("hello.txt");
        Fx.untilThat(
                () -> window.inspector().previewText(),
                text -> org.assertj.core.api.Assertions.assertThat(text).contains("hello"));
        window.clearClipboard();
        Fx.run(() -> window.part(Node.class, ".object-table").requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.C);
        Fx.until("there is a link", () -> window.clipboard().contains("X-Amz-Signature="));
        Matcher signature =
                Pattern.compile("X-Amz-Signature=([0-9a-f]{64})").matcher(window.clipboard());
        assertThat(signature.find()).isTrue();
        scan.hide("link", signature.group(1));
        Path file = Files.writeString(work.resolve("upload.txt"), "up it goes");
        Fx.run(() -> window.navigation().upload(List.of(file), new Prefix(BUCKET, "up/")));
        Fx.until("it is there", () -> server.store().objectCount(BUCKET) == 2);
        window.clearClipboard();
    }

    private void listed() {
        window.node(".object-table");
        Fx.until(
                "the files are listed",
                Duration.ofSeconds(30),
                () ->
                        window.models().browser().rows().stream()
                                .anyMatch(row -> row.key().equals("hello.txt")));
    }

    private void withAnEnvFile() {
        window.start().show();
        window.choosers().nextFiles(home.resolve(".env"));
        window.click("#openEnv");
        window.node("#dotenv-keep");
        Fx.run(() -> window.part(CheckBox.class, "#dotenv-keep").setSelected(true));
        window.sheet().agree();
        listed();
    }

    private void withTypedKeys() {
        window.start().show().fill(server.endpoint(), server.region(), TYPED).connect();
        listed();
    }

    private void withSavedKeys() {
        window.start()
                .show()
                .fill(server.endpoint(), server.region(), SAVED)
                .keep(true)
                .set("#name", "kept");
        window.start().connect();
        listed();
        assertThat(window.vault().entries().values())
                .anyMatch(keys -> keys.secretAccessKey().equals(SAVED.secretKey()));
    }

    private void withSingleSignOn() throws IOException {
        window.start().show();
        window.start().clickProfile("single");
        listed();
        try (Stream<Path> cached = Files.list(home.resolve(".aws/sso/cache"))) {
            for (Path file : cached.toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
                Matcher token = TOKEN.matcher(Files.readString(file));
                while (token.find()) {
                    scan.hide(token.group(1), token.group(2));
                }
            }
        }
    }

    private void withKeysThatAreRefused() {
        window.start()
                .show()
                .fill(server.endpoint().toString(), "us-east-1", PROFILE.accessKey(), REFUSED)
                .connect();
        Fx.until("it is refused", () -> !window.start().failure().isEmpty());
        window.click("#test");
        Fx.until("it is tested", () -> window.isShown("#check-copy") && !copies().isDisabled());
        window.click("#check-copy");
        Fx.until("the report is copied", () -> !window.clipboard().isEmpty());
        assertThat(scan.in(window.clipboard())).isEmpty();
        window.press(KeyCode.ESCAPE);
    }

    private Node copies() {
        return window.part(Node.class, "#check-copy");
    }

    private void withJobRecords() {
        window.start().show();
        window.start().clickProfile("marked");
        listed();
        Fx.run(() ->
                window.part(MenuButton.class, "#menu").getItems().stream()
                        .filter(item -> "records".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.node("#records-test");
        window.node(".records-sheet .password-field");
        Fx.run(() -> {
            field(".text-field").setText("http://127.0.0.1:9/api");
            field(".password-field").setText(JOBS);
        });
        window.click("#records-test");
        await().atMost(Fx.PATIENCE)
                .untilAsserted(() -> assertThat(window.sheet().text()).contains("Nobody answers"));
        window.press(KeyCode.ESCAPE);
    }

    private TextField field(String style) {
        return (TextField) window.part(Node.class, ".records-sheet").lookup(style);
    }

    private void shareAll() {
        window.start().show();
        Path file = work.resolve("shared.json");
        window.choosers().nextFileToSave(file);
        window.click("#share");
        Fx.until("it is shared", () -> Files.exists(file));
    }
}
