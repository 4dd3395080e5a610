package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.UiWatchdog;
import org.outturn.testkit.WindowTest;

/** 20,000 objects under one prefix: the window stays at hand while they come in. */
class ManyRowsWindowTest extends WindowTest {
    private static final int ROWS = 20_000;

    /**
     * How long is measured and kept; this only tells a window that stands still from a busy
     * machine.
     */
    private static final Duration STANDSTILL = Duration.ofSeconds(1);

    private static final Duration LISTED = Duration.ofSeconds(60);

    @Override
    protected void fill() {
        putMany(ROWS, i -> "many/document-%05d.json".formatted((i * 7_919) % ROWS));
        put("warm/up.txt", "warm");
    }

    @Test
    void neverHoldsTheWindowWhileItListsAndScrolls() throws IOException {
        connect();
        go("warm/").select("warm/up.txt");
        try (UiWatchdog dog = UiWatchdog.start()) {
            window.goTo("s3://" + BUCKET + "/many/");
            scrollUntilComplete();
            UiWatchdog.Hold listing = dog.longest();
            afterwards();

            UiWatchdog.Hold longest = dog.longest();
            report("while %,d objects came in: %s%nin all: %s%n".formatted(ROWS, listing, longest));
            assertThat(longest.length())
                    .as("the longest of %d holds: %s", dog.answers(), longest)
                    .isLessThanOrEqualTo(STANDSTILL);
            assertThat(dog.blocked()).as("waits on the JavaFX thread").isEmpty();
        }
    }

    /** Kept with the build, because a test that passes says nothing. */
    private static void report(String holds) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "windows"));
        Files.writeString(folder.resolve("longest-hold.txt"), holds);
    }

    private void scrollUntilComplete() {
        var steps = new int[1];
        Fx.until(
                "all are listed",
                LISTED,
                () -> {
                    int rows = window.browser().table().getItems().size();
                    if (rows > 0) {
                        window.browser().table().scrollTo(steps[0]++ * 397 % rows);
                    }
                    return rows == ROWS && window.browser().status().contains("complete listing");
                });
        assertThat(steps[0]).as("it scrolled meanwhile").isGreaterThan(1);
    }

    /** What an operator does with a long list: jump, sort, filter, select. */
    private void afterwards() {
        window.browser().focusTable();
        window.press(KeyCode.END);
        Fx.until("the end", () -> window.browser().selected().size() == 1);
        window.browser().clickHeader("Name");
        Fx.untilThat(
                window.browser()::firstKey,
                key -> Assertions.assertThat(key).isEqualTo("many/document-00000.json"));
        window.browser().clickHeader("Name");
        Fx.untilThat(
                window.browser()::firstKey,
                key -> Assertions.assertThat(key).isEqualTo("many/document-19999.json"));
        window.search("document-1234");
        Fx.until("ten match", () -> window.browser().table().getItems().size() == 10);
        window.search("");
        Fx.until("all are back", () -> window.browser().table().getItems().size() == ROWS);
        window.browser().selectAll();
    }
}
