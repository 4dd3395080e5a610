package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** Deleting, and making folders. */
class ChangesWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_DELETE =
            SampleKey.of("NODELETE", "no-delete-secret").denying("s3:DeleteObject");

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_DELETE);
    }

    @BeforeEach
    void forget() {
        connectUnlessConnected();
        window.toasts().clear();
    }

    @Test
    void theQuestionNamesNumberAndSize() {
        put("many/a.bin", new byte[1000], ObjectAttributes.UNTYPED);
        put("many/folder/b.bin", new byte[500], ObjectAttributes.UNTYPED);
        put("many/folder/deeper/c.bin", new byte[548], ObjectAttributes.UNTYPED);
        go("many/").selectAll();

        window.press(KeyCode.DELETE);

        assertThat(window.sheet().title()).isEqualTo("Delete 3 objects?");
        assertThat(window.sheet().text())
                .contains("2 selected rows in s3://outputs/many/, 2.0 KiB altogether")
                .contains("this cannot be undone");
        assertThat(window.sheet().action()).isEqualTo("Delete 3 objects");
        window.sheet().agree();

        assertThat(window.toasts().await("deleted")).isEqualTo("3 objects deleted.");
        window.browser().shows();
        assertThat(storedKeys("many/")).isEmpty();
    }

    @Test
    void escapeDeletesNothing() {
        put("kept/one.txt", "one");
        go("kept/").select("kept/one.txt");

        window.click("#delete");
        assertThat(window.sheet().title()).isEqualTo("Delete 1 object?");
        assertThat(window.sheet().text()).contains("one.txt in s3://outputs/kept/, 3 B");
        window.press(KeyCode.ESCAPE);
        window.sheet().gone();

        window.click("#delete");
        window.sheet().title();
        Fx.untilThat(
                () -> window.scene().getFocusOwner().getId(),
                id -> Assertions.assertThat(id).isEqualTo("sheet-cancel"));
        window.press(KeyCode.ENTER);
        window.sheet().gone();
        assertThat(storedKeys("kept/")).containsExactly("kept/one.txt");
        assertThat(window.toasts().texts()).isEmpty();
    }

    @Test
    void whatMayNotBeDeletedSaysWhy() {
        put("denied/one.txt", "one");
        connectAs(NO_DELETE);
        go("denied/").select("denied/one.txt");

        window.click("#delete");
        window.sheet().agree();

        assertThat(window.toasts().await("s3:DeleteObject")).contains("is missing");
        assertThat(storedKeys("denied/")).containsExactly("denied/one.txt");
        window.browser().shows("denied/one.txt");
    }

    @Test
    void aNewFolderIsThereAndSelected() {
        put("place/z.txt", "z");
        go("place/");

        window.click("#newFolder");
        assertThat(window.sheet().title()).isEqualTo("New folder");
        window.sheet().type("a//b");
        assertThat(window.sheet().complaint()).contains("no two in a row");
        window.sheet().type("x".repeat(1020));
        assertThat(window.sheet().complaint()).contains("at most 1,024 bytes");
        window.sheet().answer("new one");

        window.browser().shows("place/new one/", "place/z.txt");
        Fx.untilThat(
                window.browser()::selected,
                keys -> Assertions.assertThat(keys).containsExactly("place/new one/"));
        assertThat(window.toasts().await("Created")).isEqualTo("Created the folder new one.");
        assertThat(storedKeys("place/")).contains("place/new one/");
        window.browser().doubleClick("place/new one/");
        window.browser().at(BUCKET, "place/new one/");
    }
}
