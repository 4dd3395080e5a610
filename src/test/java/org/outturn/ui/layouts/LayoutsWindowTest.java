package org.outturn.ui.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.layouts.LayoutBook;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** Layouts of the operator's own and of the bucket, and the sheet that says how keys are read. */
class LayoutsWindowTest extends WindowTest {
    private Path folder;

    @Override
    protected void fill() {
        put("reports/2025/north.pdf", "x");
        put("reports/2025/south.pdf", "x");
        put("notes.txt", "x");
        put("monkeyocr/ocr/text/1751160010_a.png.md", "x");
    }

    @BeforeEach
    void open() throws IOException {
        connectUnlessConnected();
        folder = Path.of(Fx.get(() -> window.models().layouts().folder()));
        Files.createDirectories(folder);
    }

    @AfterEach
    void putAway() throws IOException {
        if (window.sheet().isShown()) {
            window.sheet().agree();
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        asked(store ->
                store.delete(
                        BUCKET,
                        List.of(LayoutBook.BUCKET_KEY),
                        _ -> {},
                        org.outturn.storage.Cancellation.never()));
        Fx.run(() -> window.models().layouts().checkAll(() -> {}));
        Fx.until("the shipped ones count again", () -> own() == 0);
        // lines that go away would move those that the next test clicks
        Fx.until(
                "the places show it",
                () ->
                        window.places().lines().contains("OCR text, 1")
                                && window.places().lines().stream()
                                        .noneMatch(line -> line.startsWith("Processed")));
        window.toasts().clear();
    }

    @Test
    void aFileInTheSettingsFolderChangesHowTheBucketIsRead() throws IOException {
        Fx.until("the text is read", () -> window.places().lines().contains("OCR text, 1"));
        assertThat(window.places().lines()).noneMatch(line -> line.startsWith("Processed"));

        Files.writeString(folder.resolve("reports.json"), layout("reports"));
        Fx.run(() -> window.models().layouts().check());

        Fx.until(
                "both reports are outputs", () -> window.places().lines().contains("Processed, 2"));

        Files.delete(folder.resolve("reports.json"));
        Fx.run(() -> window.models().layouts().check());
        Fx.until(
                "they are none any more",
                () -> window.places().lines().stream().noneMatch(l -> l.startsWith("Processed")));
    }

    @Test
    void aFileInTheBucketDoesSoWhenTheBucketIsOpened() {
        put(LayoutBook.BUCKET_KEY, layout("reports"));
        connect();
        Fx.until(
                "both reports are outputs", () -> window.places().lines().contains("Processed, 2"));
        assertThat(window.toasts().texts()).isEmpty();
    }

    @Test
    void aBucketWithoutAFileSaysNothing() {
        connect();
        Fx.until("the text is read", () -> window.places().lines().contains("OCR text, 1"));
        assertThat(window.toasts().texts()).isEmpty();
    }

    @Test
    void brokenFilesAreToldWithPlaceAndReason() throws IOException {
        Files.writeString(folder.resolve("bad.json"), layout("reports").replace("processed", "p"));
        Files.writeString(folder.resolve("good.json"), layout("reports"));
        put(LayoutBook.BUCKET_KEY, "{");
        connect();
        String own = window.toasts().await("bad.json");
        assertThat(own).contains("layouts[0].outputs[0].kind", "there is no kind \"p\"");
        assertThat(window.toasts().await("s3://"))
                .contains(BUCKET + "/.outturn/layouts.json", "line 1", "this is not JSON");
        Fx.until("the good one counts", () -> window.places().lines().contains("Processed, 2"));

        window.toasts().clear();
        Fx.run(() -> window.models().layouts().check());
        Fx.pulse(window.scene());
        assertThat(window.toasts().texts()).as("each is told once").isEmpty();
    }

    @Test
    void theSheetExplainsKeysOfTheBucket() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "[]");
        Files.writeString(folder.resolve("reports.json"), layout("reports"));
        Fx.run(() -> window.models().layouts().check());
        Fx.until("it is read", () -> own() == 1);
        Fx.until(
                "both reports are outputs", () -> window.places().lines().contains("Processed, 2"));
        openSheet();
        window.sheet().titled("How keys are read");

        Fx.until("samples are explained", () -> cards().size() == 3);
        assertThat(keys().lines())
                .containsExactly(
                        "notes.txt",
                        "monkeyocr/ocr/text/1751160010_a.png.md",
                        "reports/2025/north.pdf");
        assertThat(cards().get(0)).contains("No layout reads this key");
        assertThat(cards().get(1))
                .contains("MonkeyOCR, OCR text: a.png", "monkeyocr/ocr/text/", "1751160010");
        assertThat(cards().get(2)).contains("Reports, Processed: north.pdf", "Sheet", "2025");
        assertThat(texts("#layouts-list"))
                .contains("bad.json", "an object in braces", "Reports", "yours, reports.json");
    }

    @Test
    void theSheetSaysWhyAKeyIsNotRead() {
        openSheet();
        type("monkeyocr/parsed/1751160_report.zip");
        Fx.until(
                "it is explained",
                () -> cards().size() == 1 && cards().getFirst().contains("expected"));
        assertThat(cards().getFirst())
                .contains(
                        "\u201c1751160_report.zip\u201d: expected 10 digits (Unix time) at"
                                + " \u201c1751160\u201d.",
                        "{prefix}parsed/{time:epoch-s}_{document:text}.zip");
        assertThat(wrongText()).isEqualTo("1751160");
    }

    @Test
    void checkingAgainReadsTheFolder() throws IOException {
        openSheet();
        type("reports/2025/x.pdf");
        Fx.until("it is not read", () -> cards().toString().contains("No layout reads"));
        Files.writeString(folder.resolve("reports.json"), layout("reports"));
        window.click("#layouts-again");
        Fx.until("it is read", () -> cards().toString().contains("Reports, Processed: x.pdf"));
        assertThat(texts("#layouts-list")).contains("Reports");
    }

    @Test
    void thePathOfTheFolderCanBeCopied() {
        window.clearClipboard();
        openSheet();
        window.click("#layouts-copy");
        Fx.until("it is there", () -> window.clipboard().equals(folder.toString()));
    }

    @Test
    void theOutputsMenuExplainsTheirKeys() {
        window.places().click("OCR text, 1");
        window.node(".output-table");
        TableView<?> table = window.part(TableView.class, ".output-table");
        Fx.until("the output is there", () -> table.getItems().size() == 1);
        Fx.run(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.getContextMenu().getItems().getLast().fire();
        });
        window.node("#layouts-cards");
        Fx.until("its key is explained", () -> cards().toString().contains("OCR text: a.png"));
        assertThat(keys()).isEqualTo("monkeyocr/ocr/text/1751160010_a.png.md");
    }

    @Test
    void theKeyboardGetsOutOfTheField() {
        openSheet();
        TextArea field = window.part(TextArea.class, "#layouts-keys");
        Fx.until(
                "the field has the keyboard and the samples",
                () -> field.isFocused() && !field.getText().isEmpty());
        String before = keys();
        window.press(KeyCode.TAB);
        Fx.until("it is elsewhere", () -> !field.isFocused());
        assertThat(keys()).isEqualTo(before);
        window.press(KeyCode.ESCAPE);
        window.sheet().gone();
    }

    private void openSheet() {
        Fx.run(() ->
                window.part(MenuButton.class, "#menu").getItems().stream()
                        .filter(item -> "How keys are read\u2026".equals(item.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.node("#layouts-keys");
        window.node("#layouts-cards");
    }

    private void type(String keys) {
        Fx.run(() -> window.part(TextArea.class, "#layouts-keys").setText(keys));
    }

    private String keys() {
        return Fx.get(() -> window.part(TextArea.class, "#layouts-keys").getText());
    }

    private long own() {
        return Fx.get(() ->
                window.models().layouts().pageProperty().get().files().stream()
                        .filter(file -> !file.layouts().isEmpty())
                        .count());
    }

    private List<String> cards() {
        return Fx.get(() ->
                window.part(Pane.class, "#layouts-cards").getChildren().stream()
                        .map(LayoutsWindowTest::labels)
                        .toList());
    }

    private String texts(String selector) {
        return Fx.get(() -> labels(window.part(Node.class, selector)));
    }

    private String wrongText() {
        return Fx.get(() -> ((Text) window.scene().lookup(".key-wrong")).getText());
    }

    private static String labels(Node node) {
        return node.lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private static String layout(String id) {
        return """
        {"format": 1, "layouts": [{"id": "%s", "name": "Reports", "outputs": [
          {"id": "o", "kind": "processed", "roles": {"sheet": "Sheet"}, "name": "file",
           "keys": [{"key": "reports/{year:year}/{file:text}", "role": "sheet"}]}]}]}\
        """
                .formatted(id);
    }
}
