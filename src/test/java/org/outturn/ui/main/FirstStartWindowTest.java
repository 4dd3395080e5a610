package org.outturn.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.testkit.Fx;
import org.outturn.testkit.ProgramWindow;

/** The very first start, in an empty home folder. */
class FirstStartWindowTest {
    /** The sample is made at its first start: about a thousand objects. */
    private static final Duration MADE = Duration.ofSeconds(40);

    @Test
    void theSampleOpensByItself(@TempDir Path home) {
        try (var window = ProgramWindow.show(home)) {
            Fx.until("the sample is open", MADE, () -> window.isShown(".object-table"));

            Fx.until(
                    "its first bucket is listed",
                    () ->
                            window.browser().status().contains("complete listing")
                                    && !window.browser().keys().isEmpty());
            assertThat(window.isShown("#banner")).as("the banner says what this is").isTrue();
            assertThat(Fx.get(() -> window.part(MenuButton.class, "#connections").getText()))
                    .isEqualTo("Sample outputs");
            assertThat(window.uncaught()).isEmpty();
        }
    }
}
