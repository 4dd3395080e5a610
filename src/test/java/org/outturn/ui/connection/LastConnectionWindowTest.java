package org.outturn.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.book.SavedConnections;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.settings.Settings;
import org.outturn.settings.SettingsStore;
import org.outturn.settings.UploadPreferences;
import org.outturn.testkit.Fx;
import org.outturn.testkit.ProgramWindow;

/** What opens by itself when the program starts again. */
class LastConnectionWindowTest {
    private static final String BUCKET = "outputs";

    @TempDir Path home;
    private SampleServer server;
    private SavedConnections saved;

    @BeforeEach
    void start(@TempDir Path stored) throws IOException {
        server = SampleServer.start(stored, SampleOptions.DEFAULTS);
        server.store().createBucket(BUCKET);
        server.store()
                .put(
                        BUCKET,
                        "hello.txt",
                        server.store().content(new byte[] {1}),
                        ObjectAttributes.UNTYPED,
                        Instant.parse("2026-11-01T12:00:00Z"));
        Path aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                aws.resolve("config"),
                """
                [profile pipeline]
                region = %s
                endpoint_url = %s
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
        saved = new SavedConnections(home.resolve("config/connections.json"));
        saved.change(book -> book.with(one("mine", "1")).with(one("other", "2")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theLastOneOpensAgainAlsoByAnotherName() {
        try (var window = ProgramWindow.show(home)) {
            window.start().clickProfile("mine");
            window.browser().at(BUCKET, "").shows("hello.txt");
        }
        saved.change(book -> book.with(one("renamed", "1")));

        try (var window = ProgramWindow.show(home)) {
            window.browser().at(BUCKET, "").shows("hello.txt");
            assertThat(Fx.get(() -> window.part(MenuButton.class, "#connections").getText()))
                    .isEqualTo("renamed");
        }
    }

    @Test
    void profilesOpenAgainToo() {
        try (var window = ProgramWindow.show(home)) {
            window.start().clickProfile("pipeline");
            window.browser().at(BUCKET, "").shows("hello.txt");
        }

        try (var window = ProgramWindow.show(home)) {
            window.browser().at(BUCKET, "").shows("hello.txt");
        }
    }

    @Test
    void canBeSwitchedOff() {
        try (var window = ProgramWindow.show(home)) {
            Fx.until("the list is there", () -> window.isShown("#openLast"));
            Fx.run(() -> window.part(CheckBox.class, "#openLast").setSelected(false));
            window.start().clickProfile("mine");
            window.browser().at(BUCKET, "").shows("hello.txt");
        }

        try (var window = ProgramWindow.show(home)) {
            Fx.until("the list is there", () -> window.start().profiles().contains("mine"));
            assertThat(Fx.get(() -> window.models().main().openingProperty().get())).isNull();
            assertThat(window.isShown("#newConnection")).isTrue();
        }
    }

    @Test
    void whatDoesNotOpenAnyMoreIsSaid() throws IOException {
        try (var window = ProgramWindow.show(home)) {
            window.start().clickProfile("mine");
            window.browser().at(BUCKET, "").shows("hello.txt");
        }
        server.close();

        try (var window = ProgramWindow.show(home)) {
            Fx.until(
                    "it says why",
                    Duration.ofSeconds(30),
                    () -> window.start().failure().contains("Nobody answers there."));
            assertThat(window.isShown("#newConnection")).isTrue();
        }
    }

    @Test
    void oneThatHasGoneIsNotMissed() {
        try (var window = ProgramWindow.show(home)) {
            window.start().clickProfile("mine");
            window.browser().at(BUCKET, "").shows("hello.txt");
        }
        saved.change(book -> book.without(new Identity(Identity.Origin.SAVED, "1")));

        try (var window = ProgramWindow.show(home)) {
            Fx.untilThat(
                    () -> window.start().profiles(),
                    names -> Assertions.assertThat(names).contains("other"));
            assertThat(window.isShown("#newConnection")).isTrue();
            assertThat(window.start().failure()).isEmpty();
        }
    }

    @Test
    void whatIsKeptForASavedConnectionIsKeptByItsNumber() throws IOException {
        var store = new SettingsStore(home.resolve("config/settings.json"));
        var how = new UploadPreferences("STANDARD_IA", "bucket", "", Map.of(), "", true);
        store.save(Settings.defaults().withUploads("saved:1", how).withLast("saved:1", BUCKET));
        saved.change(book -> book.with(one("renamed", "1")));

        try (var window = ProgramWindow.show(home)) {
            window.browser().at(BUCKET, "").shows("hello.txt");
        }

        assertThat(store.load().settings().uploads()).containsEntry("saved:1", how);
        assertThat(store.load().settings().lastConnection()).isEqualTo("saved:1");
    }

    private Connection one(String name, String number) {
        return new Connection(
                        name,
                        Optional.of(server.endpoint()),
                        server.region(),
                        Addressing.PATH,
                        new SignIn.Profile("pipeline"),
                        Optional.of(BUCKET))
                .withIdentity(new Identity(Identity.Origin.SAVED, number));
    }
}
