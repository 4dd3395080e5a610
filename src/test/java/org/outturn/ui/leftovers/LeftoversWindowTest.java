package org.outturn.ui.leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOutputs;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** The sheet of what was left behind, from looking to having it gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeftoversWindowTest extends WindowTest {
    private static final String ID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f739";
    private static final Instant OLD = Instant.now().minus(Duration.ofDays(3));

    @Override
    protected void fill() throws IOException {
        for (int request = 0; request < 3; request++) {
            old("raw/" + ID + request + ".pdf");
            old("parsed/" + ID + request + "/docling.json");
            old("parsed/" + ID + request + "/markdown.md");
        }
        old("raw/" + ID + "8.pdf");
    }

    private void old(String key) {
        put(key, new byte[] {1, 2, 3}, ObjectAttributes.of("text/plain"), OLD);
    }

    @BeforeEach
    void open() {
        connectUnlessConnected();
    }

    @Test
    @Order(1)
    void groupsAreFoundAndOnlyWhatIsSureIsChecked() {
        look();
        assertThat(lines())
                .containsExactly(
                        List.of("ALL", "Inputs of finished requests", "9 B"),
                        List.of("NONE", "Inputs without a result", "3 B"));
        assertThat(window.sheet().action()).isEqualTo("Delete 3 objects, 9 B");
        assertThat(total()).isEqualTo("3 of 4 checked; 12 B in all");
        window.sheet().cancel();
    }

    @Test
    @Order(2)
    void theKeyboardOpensChecksAndCloses() {
        look();
        window.press(KeyCode.RIGHT);
        Fx.until("open", () -> lines().size() == 5);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SPACE);
        awaitAction("Delete 2 objects, 6 B");
        assertThat(lines().getFirst()).first().isEqualTo("SOME");
        window.press(KeyCode.LEFT);
        Fx.until("closed", () -> lines().size() == 2);
        window.press(KeyCode.SPACE);
        awaitAction("Delete 3 objects, 9 B");
        window.press(KeyCode.SPACE);
        Fx.until("nothing to delete", () -> act().isDisabled());
        window.press(KeyCode.ESCAPE);
        window.sheet().gone();
        assertThat(storedKeys("raw/")).hasSize(4);
    }

    @Test
    @Order(3)
    void whatIsUncheckedStaysAndTheRestGoesByTheQueue() {
        look();
        window.press(KeyCode.RIGHT);
        Fx.until("open", () -> lines().size() == 5);
        Fx.pulse(window.scene());
        window.click(Fx.get(() -> box("raw/" + ID + "1.pdf")));
        awaitAction("Delete 2 objects, 6 B");
        window.sheet().agree();
        Fx.until(
                "done by the queue",
                () ->
                        window.models().transfers().transfers().stream()
                                        .filter(t -> t.state() == TransferState.DONE)
                                        .count()
                                == 2);
        assertThat(storedKeys("raw/"))
                .containsExactly("raw/" + ID + "1.pdf", "raw/" + ID + "8.pdf");
        assertThat(storedKeys("parsed/")).hasSize(6);
        look();
        assertThat(lines())
                .containsExactly(
                        List.of("ALL", "Inputs of finished requests", "3 B"),
                        List.of("NONE", "Inputs without a result", "3 B"));
        window.sheet().cancel();
    }

    @Test
    @Order(4)
    void uploadsThatNeverEndedAreFreedAndReported(@TempDir Path manifest) throws IOException {
        new SampleOutputs(manifest, server.store(), Clock.systemUTC()).fill();
        assertThat(unfinished()).hasSize(1);
        window.goTo("s3://drum-scores/");
        window.browser().at("drum-scores", "");
        look();
        List<List<String>> groups = lines();
        assertThat(groups).contains(List.of("ALL", "Uploads that never ended", "not known"));
        assertThat(groups).anyMatch(line -> line.get(1).equals("Older exports"));
        assertThat(groups).anyMatch(line -> line.get(1).equals("Exports without an upload"));
        uncheckAllBut("Uploads that never ended");
        assertThat(window.sheet().action()).isEqualTo("Delete 1 unfinished upload");
        window.sheet().agree();
        window.toasts().await("1 unfinished upload was deleted.");
        assertThat(unfinished()).isEmpty();
    }

    @Test
    @Order(5)
    void whatCannotBeLookedAtSaysSoAndCanBeTriedAgain() {
        asked(store -> {
            store.createBucket("short-lived");
            return true;
        });
        window.goTo("s3://short-lived/");
        window.browser().at("short-lived", "");
        asked(store -> {
            store.deleteBucket("short-lived");
            return true;
        });
        lookUntil("#leftovers-failure");
        assertThat(window.sheet().action()).isEqualTo("Try again");
        asked(store -> {
            store.createBucket("short-lived");
            return true;
        });
        window.click("#sheet-action");
        window.node("#leftovers-nothing");
        assertThat(window.sheet().text()).contains("Nothing was left behind here.");
        window.press(KeyCode.ENTER);
        window.sheet().gone();
    }

    @Test
    @Order(6)
    void theOutputsHaveAButtonForIt() {
        window.goTo("s3://" + BUCKET + "/");
        window.browser().at(BUCKET, "");
        Fx.until("counted", () -> allOutputs().isPresent());
        window.places().click(Fx.get(() -> allOutputs().orElseThrow()));
        window.click("#outputs-leftovers");
        window.node("#leftovers-table");
        assertThat(window.sheet().title()).isEqualTo("Left-overs in " + BUCKET);
        window.sheet().cancel();
    }

    private Optional<String> allOutputs() {
        return window.places().lines().stream()
                .filter(line -> line.startsWith("All outputs"))
                .findFirst();
    }

    private void look() {
        lookUntil("#leftovers-table");
    }

    private void lookUntil(String face) {
        Fx.run(() ->
                window.part(MenuButton.class, "#menu").getItems().stream()
                        .filter(item -> "menu-leftovers".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.node(face);
        Fx.pulse(window.scene());
    }

    /** The lines in sight, each with its check, name and size. */
    private List<List<String>> lines() {
        return Fx.get(() -> {
            var table = window.part(TableView.class, "#leftovers-table");
            table.applyCss();
            table.layout();
            return boxes(table)
                    .map(box -> {
                        int row = ((IndexedCell<?>) box.getParent().getParent()).getIndex();
                        String size =
                                String.valueOf(
                                        ((TableColumn<?, ?>) table.getColumns().get(2))
                                                .getCellData(row));
                        String check =
                                box.isIndeterminate() ? "SOME" : box.isSelected() ? "ALL" : "NONE";
                        return List.of(check, box.getAccessibleText(), size);
                    })
                    .toList();
        });
    }

    /** From top to bottom. */
    private static Stream<CheckBox> boxes(Node table) {
        return table.lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(Fx::isShown)
                .filter(box -> box.getAccessibleText() != null)
                .sorted(Comparator.comparingDouble(box -> box.localToScene(0, 0).getY()));
    }

    private void awaitAction(String text) {
        Fx.until(text, () -> act().getText().equals(text));
    }

    private Button act() {
        return window.part(Button.class, "#sheet-action");
    }

    private String total() {
        return Fx.get(() -> window.part(Label.class, "#leftovers-total").getText());
    }

    private CheckBox box(String name) {
        return boxes(window.part(Node.class, "#leftovers-table"))
                .filter(box -> name.equals(box.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void uncheckAllBut(String name) {
        for (List<String> line : lines()) {
            if (line.getFirst().equals("ALL") && !line.get(1).equals(name)) {
                window.click(Fx.get(() -> box(line.get(1))));
            }
        }
    }

    private List<UnfinishedUpload> unfinished() {
        return asked(
                store -> store.unfinishedUploads(Prefix.root("drum-scores"), Cancellation.never()));
    }
}
