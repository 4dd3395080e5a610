package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuButton;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** The profiles of the AWS files on the start page. */
class ProfilesWindowTest extends WindowTest {
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
}
