package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** What the table shows, in which order, and what the filter leaves of it. */
class TableWindowTest extends WindowTest {
    private static final String SMALL = "sort/b-small.bin";
    private static final String MIDDLE = "sort/c-middle.bin";
    private static final String LARGE = "sort/a-large.bin";
    private static final String FOLDER = "sort/folder/";

    @Override
    protected void fill() {
        putSized(SMALL, 10, 2);
        putSized(MIDDLE, 600, 1);
        putSized(LARGE, 3000, 3);
        putSized(FOLDER + "x", 1, 0);
    }

    private void putSized(String key, int size, int days) {
        put(
                key,
                new byte[size],
                ObjectAttributes.UNTYPED.withStorageClass("STANDARD_IA"),
                MODIFIED.plus(Duration.ofDays(days)));
    }

    @BeforeAll
    void open() {
        connect();
    }

    @Test
    void cellsSayNameSizeTimeAndClass() {
        go("sort/");

        assertThat(window.browser().cells(LARGE))
                .startsWith("a-large.bin", "2.9 KiB")
                .endsWith("STANDARD_IA")
                .anyMatch(text -> text.startsWith("4 Nov 2026, "));
        assertThat(window.browser().cells(FOLDER)).containsExactly("folder", "", "", "");
        assertThat(window.browser().status()).startsWith("1 folder, 3 files, 3.5 KiB");
    }

    @Test
    void headersSort() {
        go("sort/").shows(FOLDER, LARGE, SMALL, MIDDLE);

        window.browser().clickHeader("Size");
        window.browser().shows(FOLDER, SMALL, MIDDLE, LARGE);
        window.browser().clickHeader("Size");
        Fx.untilThat(
                window.browser()::keys,
                keys -> Assertions.assertThat(keys).containsSubsequence(LARGE, MIDDLE, SMALL));
        window.browser().clickHeader("Modified");
        window.browser().shows(FOLDER, MIDDLE, SMALL, LARGE);
        window.browser().clickHeader("Name");
        window.browser().shows(FOLDER, LARGE, SMALL, MIDDLE);
    }

    @Test
    void theSelectionSurvivesAnotherOrder() {
        go("sort/").select(MIDDLE);

        window.browser().clickHeader("Size");
        Fx.untilThat(
                window.browser()::keys,
                keys -> Assertions.assertThat(keys).containsSubsequence(SMALL, MIDDLE, LARGE));

        assertThat(window.browser().selected()).containsExactly(MIDDLE);
        window.browser().clickHeader("Name");
        window.browser().shows(FOLDER, LARGE, SMALL, MIDDLE);
    }

    @Test
    void theFilterLeavesWhatMatches() {
        go("sort/").shows(FOLDER, LARGE, SMALL, MIDDLE);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.robot().write("MIDdle");

        window.browser().shows(MIDDLE);
        Fx.untilThat(
                window.browser()::status,
                text -> Assertions.assertThat(text).startsWith("1 of 4 rows match"));
        window.robot().write("x");
        Fx.untilThat(
                window.browser()::placeholder,
                text -> Assertions.assertThat(text).isEqualTo("Nothing here matches “MIDdlex”."));
        window.press(KeyCode.ESCAPE);
        window.browser().shows(FOLDER, LARGE, SMALL, MIDDLE);
    }

    @Test
    void everyActionIsInSightInTheSmallestWindow() {
        Window stage = Fx.get(() -> window.scene().getWindow());
        double width = Fx.get(stage::getWidth);
        try {
            Fx.run(() -> stage.setWidth(900));
            for (String id :
                    List.of("#upload", "#newFolder", "#copyLink", "#download", "#delete")) {
                Fx.until(id + " is in sight", () -> isInside(id, ".browser"));
            }
        } finally {
            Fx.run(() -> stage.setWidth(width));
        }
    }

    private boolean isInside(String inner, String outer) {
        Bounds part = bounds(inner);
        return bounds(outer).contains(part) && part.getWidth() > 0;
    }

    private Bounds bounds(String selector) {
        Node node = window.part(Node.class, selector);
        return node.localToScene(node.getLayoutBounds());
    }
}
