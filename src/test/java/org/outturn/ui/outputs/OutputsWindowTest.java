package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.BucketDocument;
import org.outturn.testkit.Fx;
import org.outturn.testkit.OutputsPane;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.browser.OutputsChoice;

/** The table of outputs, as an operator uses it. */
class OutputsWindowTest extends WindowTest {
    private static final String JOB = "20261101_120000_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String OLDER = "20261031_120000_1b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";

    @Override
    protected void fill() throws IOException {
        server.store().setDocument(BUCKET, BucketDocument.LIFECYCLE, RULES);
        put("agar/" + JOB + "/all_products.json", "{}");
        put("agar/" + JOB + "/pdfs/Star_pdfs.json", "{}");
        put("agar/" + JOB + "/pdfs/SDS/Star_SDS.pdf", "x");
        put("agar/" + OLDER + "/all_products.json", "{}");
        put("monkeyocr/ocr/text/1793534400_receipt.png.md", "");
        put("notes.txt", "nothing that a pipeline writes");
    }

    /** One rule for the jobs, and one for a prefix that nobody writes to. */
    private static final String RULES =
            """
            <LifecycleConfiguration>
              <Rule><ID>agar</ID><Status>Enabled</Status><Filter><Prefix>agar/</Prefix></Filter>
                <Expiration><Days>365</Days></Expiration></Rule>
              <Rule><ID>old-exports</ID><Status>Enabled</Status>
                <Filter><Prefix>export/</Prefix></Filter>
                <Expiration><Days>30</Days></Expiration></Rule>
            </LifecycleConfiguration>
            """;

    @BeforeAll
    void open() {
        connect();
    }

    @BeforeEach
    void everything() {
        go("");
        Fx.until(
                "counted",
                () -> Fx.get(() -> window.models().places().outputsProperty().get() != null));
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.EVERYTHING));
        Fx.run(() -> window.models().outputs().state(java.util.Optional.empty()));
        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(3));
    }

    private OutputsPane outputs() {
        return window.outputs();
    }

    @Test
    void jobsAndDocumentsAreLinesWithTheirStatus() {
        assertThat(outputs().lines()).containsExactlyInAnyOrder(JOB, OLDER, "receipt.png");
        assertThat(outputs().statuses())
                .containsExactlyInAnyOrder("Partial 3/4", "Complete", "Failed");
        assertThat(outputs().states())
                .containsExactly("All 3", "Complete 1", "Partial 1", "Failed 1");
        assertThat(outputs().status()).startsWith("3 outputs");
    }

    @Test
    void oneStateAlone() {
        window.click("#state-partial");

        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).containsExactly(JOB));
        assertThat(outputs().states()).contains("All 3", "Failed 1");

        window.click("#state-all");
        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(3));
    }

    @Test
    void wordsFindOutputsByTheirKeys() {
        window.search("agar 20261031");

        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).containsExactly(OLDER));

        window.search("");
        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(3));
    }

    @Test
    void opensToItsFilesAndBack() {
        outputs().select(line -> line.row().name().equals(JOB));

        window.press(KeyCode.RIGHT);

        Fx.untilThat(
                outputs()::lines,
                lines ->
                        assertThat(lines)
                                .contains(
                                        "all_products.json",
                                        "pdfs/Star_pdfs.json",
                                        "pdfs/SDS/Star_SDS.pdf"));
        assertThat(outputs().statuses())
                .contains("All products", "List of sheets", "Safety data sheet");

        window.press(KeyCode.LEFT);
        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(3));
    }

    @Test
    void theInspectorSaysWhatIsMissingAndWhoSaysSo() {
        outputs().select(line -> line.row().name().equals(JOB));

        Fx.untilThat(
                () -> window.inspector().outputText(),
                text ->
                        assertThat(text)
                                .contains("Partial 3/4", "Bucket", "3 of 4 files are there.")
                                .contains("Product data sheet of Star"));
    }

    @Test
    void thePlainFilesAreOneClickAway() {
        outputs().select(line -> line.row().name().equals(JOB));

        window.click("#outputs-reveal");

        window.browser().at(BUCKET, "agar/" + JOB + "/");
        assertThat(Fx.get(() -> window.models().outputs().scopeProperty().get())).isNull();
    }

    @Test
    void goingSoonSaysWhichRulesMatchNothing() {
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.GOING_SOON));

        Fx.untilThat(
                () -> window.inspector().outputText(),
                text ->
                        assertThat(text)
                                .contains("old-exports", "Matches nothing that is there.")
                                .contains("agar", "Holds for 4 objects")
                                .contains("2 objects with 30 B never vanish by any rule."));
    }

    @Test
    void deletesAWholeOutput() {
        put("agar/20261030_120000_2b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/results.json", "{}");
        put("agar/20261030_120000_2b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/categories.json", "[]");
        window.click("#outputs-refresh");
        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(4));
        outputs().select(line -> line.row().job().startsWith("2b9f"));

        window.press(KeyCode.DELETE);
        window.sheet().agree();

        Fx.untilThat(outputs()::lines, lines -> assertThat(lines).hasSize(3));
        assertThat(storedKeys("agar/20261030")).isEqualTo(List.of());
    }
}
