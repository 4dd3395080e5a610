package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.browser.OutputsChoice;

/** An operator who follows one folder of a bucket. */
class FollowFolderWindowTest extends WindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final Instant START = Instant.now();
    private static final String TEXT = "monkeyocr/ocr/text/1751160010_a.png.md";
    private static final String LATER = "monkeyocr/ocr/text/1751170010_b.png.md";

    private static String job(int number) {
        LocalDateTime at =
                LocalDateTime.ofInstant(START, ZoneOffset.UTC).minusMinutes(60L - number);
        return "agar/" + STAMP.format(at) + "_" + new UUID(number, number) + "/";
    }

    private void file(String key) {
        put(key, new byte[100], ObjectAttributes.UNTYPED, Instant.now());
    }

    @Override
    protected void fill() {
        file(job(1) + "results.json");
        file(TEXT);
    }

    private List<RadioMenuItem> places() {
        return Fx.get(() -> {
            var menu = window.part(MenuButton.class, "#outputs-followMenu");
            menu.fireEvent(new javafx.event.Event(javafx.scene.control.MenuButton.ON_SHOWING));
            return menu.getItems().stream()
                    .filter(item -> item.getId() != null)
                    .filter(item -> item.getId().startsWith("follow-place-"))
                    .map(RadioMenuItem.class::cast)
                    .toList();
        });
    }

    private boolean followed() {
        return Fx.get(() -> window.part(ToggleButton.class, "#browser-follow").isSelected());
    }

    @Test
    void aFolderIsFollowedFromItsFiles() {
        connect();
        Fx.until(
                "counted",
                () -> window.places().lines().stream().anyMatch(line -> line.startsWith("Jobs")));
        choose("follow-every-10");
        go("agar/").shows(job(1));
        assertThat(followed()).isFalse();

        window.click("#browser-follow");
        Fx.until("it is followed", this::followed);
        file(LATER);
        file(job(9) + "results.json");
        Fx.until(
                "the new job is told",
                PATIENCE,
                () -> window.toasts().texts().stream().anyMatch(t -> t.startsWith("New job: ")));
        window.browser().shows(job(1), job(9));
        window.pictures("follow-folder");

        go("");
        assertThat(followed()).as("the bucket is not").isFalse();
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.EVERYTHING));
        Fx.untilThat(
                window.outputs()::lines,
                lines -> assertThat(lines).hasSize(3).noneMatch(line -> line.contains("b.png")));
        assertThat(Fx.get(() -> window.part(Label.class, "#outputs-followState").getText()))
                .startsWith("agar/: Looked ");
        assertThat(places())
                .extracting(RadioMenuItem::getText)
                .containsExactly("The whole bucket", "Only agar/");
        assertThat(places().getLast().isSelected()).isTrue();
        window.pictures("follow-folder-outputs");

        choose("follow-place-");
        Fx.until(
                "the rest is looked at too",
                PATIENCE,
                () -> window.outputs().lines().stream().anyMatch(line -> line.contains("b.png")));
        go("");
        assertThat(followed()).as("the bucket is").isTrue();
        window.click("#browser-follow");
        Fx.until("nothing is followed", () -> !followed());
    }

    private void choose(String id) {
        Fx.run(() ->
                window.part(MenuButton.class, "#outputs-followMenu").getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .getOnAction()
                        .handle(null));
    }
}
