package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Mark;
import org.outturn.connection.SignIn;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** Several windows, one for each connection. */
class WindowsTest extends WindowTest {
    private static final int AGAIN = 4;

    @Override
    protected void fill() {
        put("first.txt", "first");
    }

    @AfterEach
    void closeTheOthers() {
        Fx.run(() ->
                Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .filter(stage -> stage != window.scene().getWindow())
                        .toList()
                        .forEach(Window::hide));
    }

    @Test
    void eachWindowHasItsOwnConnection(@TempDir Path stored) throws IOException {
        try (SampleServer second = serverWith(stored, "second.txt")) {
            connectUnlessConnected();
            window.press(KeyCode.CONTROL, KeyCode.N);
            Fx.until("there are two", () -> window.program().windows().size() == 2);
            Wiring other = window.program().windows().getLast();
            Fx.run(() -> other.navigation().connect(to(second, "second")));
            Fx.until("it is open", () -> names(other).equals(List.of("second.txt")));

            assertThat(Fx.get(() -> names(window.program().windows().getFirst())))
                    .containsExactly("first.txt");
            assertThat(titles()).anyMatch(title -> title.startsWith("second - "));
        }
    }

    @Test
    void aConnectionThatIsOpenIsBroughtToTheFront() {
        connectUnlessConnected();
        Connection open = Fx.get(() -> window.models().main().openProperty().get().connection());
        Fx.run(() -> window.program().openAnother());
        Wiring other = window.program().windows().getLast();
        Fx.run(() -> other.navigation().connect(open));

        assertThat(Fx.get(() -> other.models().main().openProperty().get())).isNull();
        assertThat(Fx.get(() -> other.models().main().openingProperty().get())).isNull();
        assertThat(Fx.get(() -> other.models().connection().busyProperty().get())).isFalse();
        Fx.until("the first has the focus", () -> window.scene().getWindow().isFocused());
    }

    @Test
    void theColourOfAConnectionIsSeen(@TempDir Path stored) throws IOException {
        try (SampleServer second = serverWith(stored, "second.txt")) {
            Fx.run(() -> window.program().openAnother(to(second, "production").withMark(Mark.RED)));
            Wiring other = window.program().windows().getLast();
            Fx.until("it is open", () -> names(other).equals(List.of("second.txt")));

            assertThat(
                            Fx.get(() -> stage("production").getScene().lookup(".top-bar"))
                                    .getStyleClass())
                    .contains("marked", "mark-red");
        }
    }

    @Test
    void aClosedWindowIsForgotten(@TempDir Path stored) throws Exception {
        try (SampleServer second = serverWith(stored, "second.txt")) {
            for (int i = 0; i < AGAIN; i++) {
                WeakReference<Wiring> closed = openedAndClosed(second);
                for (int tries = 0; closed.get() != null && tries < 40; tries++) {
                    System.gc();
                    // the toolkit lets go of what it painted last at its next pulses
                    Fx.pulse(window.scene());
                    Thread.onSpinWait();
                    Thread.sleep(50);
                }
                assertThat(closed.get()).as("window %d", i).isNull();
            }
        }
    }

    private WeakReference<Wiring> openedAndClosed(SampleServer second) {
        Fx.run(() -> window.program().openAnother(to(second, "second")));
        Wiring other = window.program().windows().getLast();
        Fx.until("it is open", () -> names(other).equals(List.of("second.txt")));
        Fx.run(() -> stage("second").hide());
        Fx.until("it is gone", () -> window.program().windows().size() == 1);
        return new WeakReference<>(other);
    }

    private static Stage stage(String connection) {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getTitle().startsWith(connection + " - "))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles() {
        return Fx.get(() ->
                Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .map(w -> ((Stage) w).getTitle())
                        .toList());
    }

    private static List<String> names(Wiring wiring) {
        return wiring.models().browser().rows().stream().map(row -> row.name()).toList();
    }

    private static SampleServer serverWith(Path folder, String key) throws IOException {
        SampleServer made = SampleServer.start(folder, SampleOptions.DEFAULTS);
        made.store().createBucket(BUCKET);
        made.store()
                .put(
                        BUCKET,
                        key,
                        made.store().content(new byte[] {1}),
                        ObjectAttributes.of("text/plain"),
                        MODIFIED);
        return made;
    }

    private static Connection to(SampleServer server, String name) {
        return new Connection(
                name,
                Optional.of(server.endpoint()),
                server.region(),
                Addressing.PATH,
                new SignIn.Keys(new Credentials(server.accessKey(), server.secretKey(), "")),
                Optional.empty());
    }
}
