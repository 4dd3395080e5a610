package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Override
    protected Path prepare(Path home) throws IOException {
        Path aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                aws.resolve("config"),
                """
                [profile pipeline]
                region = %s
                endpoint_url = %s

                [profile elsewhere]
                region = eu-central-1
                sso_start_url = https://example.com/start
                """
                        .formatted(server.region(), server.endpoint()));
        Files.writeString(
                aws.resolve("credentials"),
                """
                [pipeline]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """
                        .formatted(server.accessKey(), server.secretKey()));
        return home;
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
