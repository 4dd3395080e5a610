package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.ObjectAddress;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.browser.OutputsChoice;

/** An operator who wants a whole archived output back. */
class RestoresWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_RESTORE =
            SampleKey.of("NORESTORE", "no-restore-secret").denying("s3:RestoreObject");
    private static final String JOB = "agar/20261101_120000_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/";
    private static final String TEXT = "monkeyocr/ocr/text/1793534400_receipt.png.md";

    private final List<String> actions = new CopyOnWriteArrayList<>();

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS
                .withKey(ALL)
                .withKey(NO_RESTORE)
                .withRequestLog(request -> actions.add(request.action()));
    }

    @Override
    protected void fill() {
        archive("all_products.json", "GLACIER");
        archive("results.json", "GLACIER");
        archive("screenshots/a.png", "DEEP_ARCHIVE");
        put(JOB + "categories.json", "{}");
        put(TEXT, "text");
    }

    private void archive(String name, String storageClass) {
        put(JOB + name, new byte[] {1}, ObjectAttributes.UNTYPED.withStorageClass(storageClass));
    }

    @BeforeEach
    void forget() {
        actions.clear();
    }

    private void selectEverything() {
        Fx.until(
                "counted",
                () -> Fx.get(() -> window.models().places().outputsProperty().get() != null));
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.EVERYTHING));
        Fx.untilThat(window.outputs()::lines, lines -> assertThat(lines).hasSize(2));
        window.outputs().select(_ -> true);
        window.press(KeyCode.CONTROL, KeyCode.A);
        Fx.until(
                "both are selected",
                () -> Fx.get(() -> table().getSelectionModel().getSelectedItems().size()) == 2);
    }

    private TableView<?> table() {
        return window.part(TableView.class, "#outputs-table");
    }

    private void restore() {
        Fx.run(() ->
                table().getContextMenu().getItems().stream()
                        .filter(item -> "Restore from archive…".equals(item.getText()))
                        .findFirst()
                        .map(MenuItem::getOnAction)
                        .orElseThrow()
                        .handle(null));
    }

    private String text() {
        return Fx.get(() -> window.part(Label.class, "#restores-text").getText());
    }

    @Test
    void allThatIsArchivedIsRestoredWithOneQuestion() {
        connectAs(ALL);
        Fx.run(() ->
                table().getColumns().stream()
                        .filter(column -> "output-storageClass".equals(column.getId()))
                        .forEach(column -> column.setVisible(true)));
        selectEverything();
        Fx.untilThat(
                () -> window.outputs().column("output-storageClass"),
                cells ->
                        assertThat(cells)
                                .containsExactlyInAnyOrder(
                                        "DEEP_ARCHIVE, GLACIER, STANDARD", "STANDARD"));
        restore();

        window.sheet().titled("Restore 3 files");
        assertThat(window.sheet().text())
                .contains("DEEP_ARCHIVE, GLACIER")
                .doesNotContain("Fastest");
        window.pictures("restores-question");
        window.click("#sheet-action");
        window.node("#restores-text");
        Fx.untilThat(
                this::text, text -> assertThat(text).isEqualTo("3 files are being restored now."));
        window.pictures("restores-report");
        assertThat(actions.stream().filter("s3:RestoreObject"::equals)).hasSize(3);
        Map<String, String> headers =
                asked(store ->
                        store.details(new ObjectAddress(BUCKET, JOB + "results.json")).headers());
        assertThat(headers).containsKey("x-amz-restore");
        window.click("#restores-button");
        Fx.until("the report is closed", () -> !window.isShown("#restores-text"));
    }

    @Test
    void whoMayNotRestoreIsToldWhyAndWhatIsLeft() {
        connectAs(NO_RESTORE);
        selectEverything();
        restore();
        window.sheet().titled("Restore 3 files");
        window.click("#sheet-action");

        window.node("#restores-text");
        Fx.untilThat(this::text, text -> assertThat(text).contains("could not be asked for"));
        assertThat(
                        Fx.get(() ->
                                String.valueOf(
                                        window.part(ListView.class, "#restores-refused")
                                                .getItems())))
                .contains("s3:RestoreObject");
        window.pictures("restores-refused");
        window.click("#restores-button");
    }
}
