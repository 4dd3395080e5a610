package org.outturn.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its start command starts it, for somebody who has never used it. */
@Tag("display")
class StartCommandTest {
    private static final Duration START = Duration.ofSeconds(60);

    /** More colours than this have text and icons; an empty window has a handful. */
    private static final int PAINTED = 100;

    @TempDir private Path home;

    @Test
    void emptyHomeOpensTheSampleAndEndsInOrder() throws Exception {
        new Mouse();
        try (Child program = Child.ofTheProgram(home, surroundings())) {
            await("a window of Outturn")
                    .atMost(START)
                    .until(() -> {
                        assertThat(program.process().isAlive()).as("%s", program.said()).isTrue();
                        return !Mouse.windows("Outturn").isEmpty();
                    });
            Path settings = home.resolve("config/outturn/settings.json");
            await("a bucket of the sample is shown, and remembered")
                    .atMost(START)
                    .untilAsserted(() -> assertThat(settings).content().contains("lastBucket"));
            await("the window is painted")
                    .atMost(START)
                    .until(() -> Picture.take().colours() > PAINTED);
            Picture.take().save(Path.of("target", "display", "start.png"));

            // what the end of a desktop session and "kill" send
            program.process().destroy();

            assertThat(program.process().waitFor(5, TimeUnit.SECONDS))
                    .as("ends within 5 s of being asked")
                    .isTrue();
            assertThat(program.said())
                    .as("no failures on the terminal")
                    .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
            assertThat(settings).content().containsPattern("\"width\" : 1280");
        }
        assertThat(home.resolve("state/outturn/logs/outturn.log"))
                .content()
                .contains("Outturn (not packaged) starts on ", "Outturn ends")
                .doesNotContain("ERROR", "WARN", "Exception", "Signature", "aws4_request");
        assertThat(home.resolve("cache/outturn/sample")).isNotEmptyDirectory();
    }

    private Map<String, String> surroundings() {
        return Map.of(
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString());
    }
}
