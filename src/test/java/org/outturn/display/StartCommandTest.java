package org.outturn.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The program as its start command starts it, for somebody who has never used it. */
@Tag("display")
class StartCommandTest {
    private static final String TITLE = "^Outturn$";
    private static final Duration START = Duration.ofSeconds(60);

    /** More colours than this have text and icons; an empty window has a handful. */
    private static final int PAINTED = 100;

    @TempDir private Path home;

    /** An X server begins anew when its last client leaves, and then turns others away. */
    @BeforeAll
    static void stayOnTheDisplay() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void emptyHomeOpensTheSampleAndEndsInOrder() throws Exception {
        try (Child program = Child.ofTheProgram(home, surroundings())) {
            awaitWindow(program);
            awaitConnection("Sample outputs");
            await("the window is painted")
                    .atMost(START)
                    .until(() -> Picture.take().colours() > PAINTED);
            Picture.take().save(Path.of("target", "display", "start.png"));
            end(program);
        }
        assertThat(settings()).content().contains("\"width\" : 1280");
        assertThat(log())
                .content()
                .contains("Outturn (not packaged) starts on ", "Outturn ends")
                .doesNotContain("ERROR", "WARN", "Exception", "Signature", "aws4_request");
        assertThat(home.resolve("cache/outturn/sample")).isNotEmptyDirectory();
    }

    @Test
    void enterOpensTheOnlyProfileAndItsSecretIsWrittenNowhere(@TempDir Path serverFolder)
            throws Exception {
        try (Bucket bucket = Bucket.in(serverFolder);
                Child program = Child.ofTheProgram(home, surroundings(bucket))) {
            bucket.put("job/report.md", "# Report");
            String window = awaitWindow(program);
            new Mouse().pressKeyUntil("Return", window, () -> Files.exists(settings()));
            awaitConnection("outputs");
            end(program);
            String secret = bucket.server().secretKey();
            Trees.read(home)
                    .forEach((file, text) -> {
                        if (!file.startsWith(".aws/")) {
                            assertThat(text).as(file).doesNotContain(secret);
                        }
                    });
            assertThat(log()).content().doesNotContain("ERROR", "Exception", "Signature");
        }
    }

    /** Waits for the window; returns its number. */
    private static String awaitWindow(Child program) {
        await("a window of Outturn")
                .atMost(START)
                .until(() -> {
                    assertThat(program.process().isAlive()).as("%s", program.said()).isTrue();
                    return !Mouse.windows(TITLE).isEmpty();
                });
        return Mouse.windows(TITLE).getFirst();
    }

    private void awaitConnection(String name) {
        await("a bucket of this connection is shown")
                .atMost(START)
                .untilAsserted(() ->
                        assertThat(settings())
                                .content()
                                .contains("\"lastConnection\" : \"" + name + "\""));
    }

    /** Asks the program to end as the end of a desktop session and {@code kill} do. */
    private static void end(Child program) throws InterruptedException {
        program.process().destroy();
        assertThat(program.process().waitFor(5, TimeUnit.SECONDS)).as("ends in 5 s").isTrue();
        assertThat(program.said())
                .as("no failures on the terminal")
                .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    }

    private Path settings() {
        return home.resolve("config/outturn/settings.json");
    }

    private Path log() {
        return home.resolve("state/outturn/logs/outturn.log");
    }

    private Map<String, String> surroundings(Bucket bucket) throws IOException {
        ProgramWindow.writeProfile(home, bucket.server());
        return surroundings();
    }

    private Map<String, String> surroundings() {
        return Map.of(
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString());
    }
}
