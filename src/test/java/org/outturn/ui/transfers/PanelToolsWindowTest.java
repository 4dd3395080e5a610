package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.settings.SettingsStore;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** The speed limit and the report, in the head of the panel. */
class PanelToolsWindowTest extends WindowTest {
    private Path settings;
    @TempDir private Path local;

    @Override
    protected void prepare(Path home) throws IOException {
        super.prepare(home);
        settings = home.resolve("config/settings.json");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @AfterEach
    void noLimit() {
        choose("speed-up", "speed-up-0");
        choose("speed-down", "speed-down-0");
        window.transfers().clear();
    }

    @Test
    void theLimitHoldsAtOnceAndIsKept() throws IOException {
        window.transfers().shown(true);
        choose("speed-up", "speed-up-1");
        Path file = Files.write(local.resolve("big.bin"), new byte[3_000_000]);
        go("limited/");
        window.choosers().nextFiles(file);

        long begin = System.nanoTime();
        window.click("#upload");
        Fx.until(
                "the limit is shown",
                () -> window.transfers().summary().contains("limited to 1 MB/s"));
        Fx.until(
                "it is up",
                Duration.ofSeconds(60),
                () -> !window.transfers().names(TransferState.DONE).isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(took).isGreaterThan(Duration.ofSeconds(2));
        assertThat(storedContent("limited/big.bin")).hasSize(3_000_000);
        Fx.until(
                "it is written down",
                () -> new SettingsStore(settings).load().settings().speed().up() == 1_000_000);
    }

    @Test
    void downloadsHaveALimitOfTheirOwn() throws IOException {
        put("slowly/down.bin", "d".repeat(3_000_000));
        window.transfers().shown(true);
        choose("speed-down", "speed-down-1");
        go("slowly/").select("slowly/down.bin");
        window.choosers().nextFolder(local);

        long begin = System.nanoTime();
        window.click("#download");
        Fx.until(
                "the limit is shown",
                () -> window.transfers().summary().contains("downloads limited to 1 MB/s"));
        Fx.until(
                "it is down",
                Duration.ofSeconds(60),
                () -> !window.transfers().names(TransferState.DONE).isEmpty());

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(local.resolve("down.bin")).hasSize(3_000_000);
    }

    @Test
    void aLimitCanBeTyped() {
        window.transfers().shown(true);
        window.click("#speed");
        window.robot().clickOn("#speed-up");
        window.robot().clickOn("#speed-up-typed").write("fast").type(KeyCode.ENTER);
        TextField typed = window.robot().lookup("#speed-up-typed").query();
        Fx.until(
                "it is marked as wrong",
                () -> typed.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger")));

        window.robot().eraseText(4).write("2.5").type(KeyCode.ENTER);

        Fx.until(
                "the limit is shown",
                () -> window.transfers().summary().contains("uploads limited to 2.5 MB/s"));
        Fx.until(
                "the menu is closed",
                () -> typed.getScene() == null || !typed.getScene().getWindow().isShowing());
    }

    @Test
    void theReportIsSaved() throws IOException {
        Path file = Files.writeString(local.resolve("=told.txt"), "told");
        go("report/");
        window.choosers().nextFiles(file);
        window.click("#upload");
        window.transfers().ended(1);
        Path report = local.resolve("report.csv");
        window.choosers().nextFileToSave(report);

        window.click("#report");

        window.toasts().await("The report is in");
        assertThat(Files.readString(report))
                .contains("'=told.txt,upload,")
                .contains("s3://outputs/report/=told.txt,4,done,");
        window.toasts().clear();
        window.choosers().nextFileToSave(local.resolve("missing/report.csv"));
        window.click("#report");
        window.toasts().await("Could not write");
        window.toasts().clear();
    }

    private void choose(String way, String id) {
        Fx.run(() -> {
            MenuButton speed = window.part(MenuButton.class, "#speed");
            Menu menu =
                    speed.getItems().stream()
                            .filter(item -> way.equals(item.getId()))
                            .map(Menu.class::cast)
                            .findFirst()
                            .orElseThrow();
            menu.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .ifPresent(MenuItem::fire);
        });
    }
}
