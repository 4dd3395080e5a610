package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.Http;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** Links and addresses in the clipboard. */
class LinksWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final Instant SESSION_END =
            Instant.now().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
    private static final SampleKey SESSION =
            SampleKey.of("SESSIONKEY", "session-secret").inSession("a-token", SESSION_END);

    private final byte[] content = new byte[100_000];
    private final Formats formats =
            new Formats(new Messages(Locale.ENGLISH), ZoneId.systemDefault());

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(SESSION);
    }

    @Override
    protected void fill() {
        ThreadLocalRandom.current().nextBytes(content);
        put("l/data.bin", content, ObjectAttributes.UNTYPED);
        put("l/second.txt", "second");
        put("l/folder/x", "x");
        put("parsed/paper.md", "# Paper");
    }

    /** A profile whose keys come from a program that says when they end, as sign-in tools do. */
    @Override
    protected void prepare(Path home) throws IOException {
        super.prepare(home);
        Path answer = home.resolve("keys.json");
        Files.writeString(
                answer,
                """
                {"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "%s",
                 "SessionToken": "a-token", "Expiration": "%s"}
                """
                        .formatted(SESSION.accessKey(), SESSION.secretKey(), SESSION_END));
        Files.writeString(
                home.resolve(".aws/config"),
                """

                [profile session]
                region = %s
                endpoint_url = %s
                credential_process = cat %s
                """
                        .formatted(server.region(), server.endpoint(), answer),
                StandardOpenOption.APPEND);
    }

    @BeforeEach
    void forget() {
        connectUnlessConnected();
        window.toasts().clear();
        window.clearClipboard();
    }

    @Test
    void theButtonCopiesALinkThatWorks() throws Exception {
        go("l/").select("l/data.bin");
        Instant before = Instant.now();

        window.click("#copyLink");

        String link = link();
        assertThat(Http.get(URI.create(link))).isEqualTo(content);
        assertThat(toast()).isIn(works(before.plus(Duration.ofHours(1))));
        assertThat(link).contains("X-Amz-Expires=3600");
    }

    @Test
    void theKeyboardDoesToo() throws Exception {
        go("l/").select("l/second.txt");

        window.press(KeyCode.CONTROL, KeyCode.C);

        assertThat(Http.get(URI.create(link()))).asString().isEqualTo("second");
    }

    @Test
    void aParsedDocumentsLinkLastsADay() {
        go("parsed/").select("parsed/paper.md");
        Instant before = Instant.now();

        window.press(KeyCode.CONTROL, KeyCode.C);

        assertThat(link()).contains("X-Amz-Expires=86400");
        assertThat(toast()).isIn(works(before.plus(Duration.ofDays(1))));
    }

    @Test
    void severalLinksOneALine() throws Exception {
        go("l/").selectAll();

        window.press(KeyCode.CONTROL, KeyCode.C);

        List<String> links = link().lines().toList();
        assertThat(links).as("a folder has no link").hasSize(2);
        assertThat(Http.get(URI.create(links.get(0)))).isEqualTo(content);
        assertThat(Http.get(URI.create(links.get(1)))).asString().isEqualTo("second");
        assertThat(toast()).startsWith("2 links copied. They work until ");
    }

    @Test
    void aFolderHasNoLink() {
        go("l/").select("l/folder/");

        window.press(KeyCode.CONTROL, KeyCode.C);

        assertThat(window.toasts().await("a folder has no link")).isNotEmpty();
        assertThat(window.clipboard()).isEmpty();
    }

    @Test
    void theToastSaysWhenTheSessionEndsSooner() throws Exception {
        window.start().show().clickProfile("session");
        window.browser().at(BUCKET, "");
        go("parsed/").select("parsed/paper.md");

        window.press(KeyCode.CONTROL, KeyCode.C);

        assertThat(Http.get(URI.create(link()))).asString().isEqualTo("# Paper");
        assertThat(toast())
                .startsWith(
                        "Link copied. It works until "
                                + formats.until(SESSION_END, Instant.now())
                                + ".")
                .contains(
                        "That is when the sign-in behind it ends; without that end it would work"
                                + " until tomorrow");
    }

    @Test
    void addressesAreCopiedToo() {
        go("l/").select("l/data.bin");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(window.toasts().await("copied")).isEqualTo("Address copied.");
        assertThat(window.clipboard()).isEqualTo("s3://outputs/l/data.bin");

        window.toasts().clear();
        window.browser().selectAll();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);

        assertThat(window.toasts().await("copied")).isEqualTo("3 addresses copied.");
        assertThat(window.clipboard().lines())
                .containsExactly(
                        "s3://outputs/l/folder/",
                        "s3://outputs/l/data.bin",
                        "s3://outputs/l/second.txt");
    }

    private String link() {
        Fx.until("a link", () -> window.clipboard().startsWith(server.endpoint().toString()));
        return window.clipboard();
    }

    private String toast() {
        return window.toasts().await("copied.");
    }

    /** The minute may turn between the signature and the test's own look at the clock. */
    private List<String> works(Instant end) {
        return List.of(
                "Link copied. It works until " + formats.until(end, Instant.now()) + ".",
                "Link copied. It works until "
                        + formats.until(end.plusSeconds(60), Instant.now())
                        + ".");
    }
}
