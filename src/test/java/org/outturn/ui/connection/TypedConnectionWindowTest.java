package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** The form of the start page. */
class TypedConnectionWindowTest extends WindowTest {
    @Override
    protected void fill() {
        put("hello.txt", "hello");
    }

    @Test
    void connectsAndForgetsTheSecret() {
        window.start().show().fill(server).connect();

        window.browser().at(BUCKET, "").shows("hello.txt");
        assertThat(window.start().field("#secretKey")).isEmpty();
        assertThat(window.start().field("#sessionToken")).isEmpty();
        assertThat(window.start().field("#accessKey")).isEqualTo(server.accessKey());
    }

    @Test
    void enterInTheSecretConnects() {
        window.start().show().fill(server);

        window.press(KeyCode.ENTER);

        window.browser().at(BUCKET, "").shows("hello.txt");
        Fx.until("the start page is left", () -> !window.isShown("#connect"));
    }
}
