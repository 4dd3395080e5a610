package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** The profiles of the AWS files on the start page. */
class ProfilesWindowTest extends WindowTest {
    private Path home;

    @Override
    protected void prepare(Path folder) throws IOException {
        super.prepare(folder);
        home = folder;
    }

    @Override
    protected void fill() {
        put("hello.txt", "hello");
    }

    /** The list is told of profiles by a listener, which must not be garbage. */
    @BeforeEach
    void showStartPageAfterCollectingGarbage() {
        System.gc();
        window.start().show();
    }

    @Test
    void oneClickOpensAProfile() {
        Fx.untilThat(
                window.start()::profiles,
                names -> Assertions.assertThat(names).contains("pipeline", "elsewhere"));
        assertThat(window.isShown(".object-table"))
                .as("nothing opens by itself when there are profiles")
                .isFalse();

        window.start().clickProfile("pipeline");

        window.browser().at(BUCKET, "").shows("hello.txt");
        assertThat(window.isShown("#banner")).as("the banner of the sample").isFalse();
        assertThat(Fx.get(() -> window.part(MenuButton.class, "#connections").getText()))
                .isEqualTo("pipeline");
    }

    @Test
    void aChangeOfTheFilesShowsByItself() throws Exception {
        Fx.untilThat(
                window.start()::profiles,
                names -> Assertions.assertThat(names).contains("pipeline", "elsewhere"));
        // whoever types meanwhile goes on typing
        window.start().editor();
        window.click("#endpoint");
        Path file = home.resolve(".aws/credentials");
        String before = Files.readString(file);
        Files.writeString(
                file,
                before + "\n[fresh]\naws_access_key_id = A\naws_secret_access_key = b\n[broken\n");

        Fx.untilThat(
                window.start()::profiles,
                names -> Assertions.assertThat(names).contains("pipeline", "elsewhere", "fresh"));

        assertThat(Fx.get(() -> window.part(TextField.class, "#endpoint").isFocused())).isTrue();
        assertThat(
                        Fx.get(() ->
                                window.part(MenuButton.class, "#connections").getItems().stream()
                                        .map(MenuItem::getText)
                                        .toList()))
                .contains("fresh");

        Files.writeString(file, before);
        Fx.untilThat(
                window.start()::profiles,
                names -> Assertions.assertThat(names).doesNotContain("fresh"));
    }
}
