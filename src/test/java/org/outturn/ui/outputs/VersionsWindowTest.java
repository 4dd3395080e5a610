package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.outturn.sample.BucketDocument;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.Versioning;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.browser.OutputsChoice;

/** What an operator sees of a bucket that keeps older versions. */
class VersionsWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NOTHING_OF_VERSIONS =
            SampleKey.of("NOVERS", "no-versions-secret")
                    .denying("s3:GetBucketVersioning", "s3:ListBucketVersions");
    private static final String TEXT = "monkeyocr/ocr/text/1793534400_receipt.png.md";
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final String RULES =
            """
            <LifecycleConfiguration>\
            <Rule><ID>ocr</ID><Status>Enabled</Status><Filter><Prefix>monkeyocr/</Prefix></Filter>\
            <Expiration><Days>20</Days></Expiration></Rule>\
            <Rule><ID>old ones</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>\
            <NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays>\
            </NoncurrentVersionExpiration></Rule></LifecycleConfiguration>\
            """;

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NOTHING_OF_VERSIONS);
    }

    @Override
    protected void fill() throws IOException {
        server.store().setDocument(BUCKET, BucketDocument.LIFECYCLE, RULES);
        server.store().setVersioning(BUCKET, Versioning.ENABLED);
        for (int i = 30; i >= 0; i--) {
            put(
                    TEXT,
                    "v".repeat(i + 1).getBytes(StandardCharsets.UTF_8),
                    ObjectAttributes.UNTYPED,
                    TODAY.minus(Duration.ofDays(i / 3)).plusSeconds(90_000L / 31 * (31 - i) / 3));
        }
    }

    private void showOutputs() {
        Fx.until(
                "counted",
                () -> Fx.get(() -> window.models().places().outputsProperty().get() != null));
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.EVERYTHING));
        Fx.untilThat(window.outputs()::lines, lines -> assertThat(lines).hasSize(1));
    }

    private String tooltip() {
        return Fx.get(() -> {
            Tooltip tip = expiry().getTooltip();
            return tip == null ? "" : tip.getText();
        });
    }

    private TableCell<?, ?> expiry() {
        TableView<?> table = window.part(TableView.class, "#outputs-table");
        return table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> "output-expires".equals(cell.getTableColumn().getId()))
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatExpiresIsHiddenAndOlderVersionsAreListedWithTheirEnd() {
        connectAs(ALL);
        showOutputs();

        Fx.untilThat(
                () -> window.outputs().column("output-expires"),
                cells ->
                        assertThat(cells)
                                .singleElement()
                                .asString()
                                .matches("in 2. d, hidden then"));
        assertThat(Fx.get(() -> expiry().getGraphic())).as("a sign").isNotNull();
        assertThat(Fx.get(() -> expiry().getText())).matches("in 2. d");
        Fx.untilThat(
                this::tooltip,
                text ->
                        assertThat(text)
                                .contains("by the rule ocr")
                                .contains("A delete marker hides it then")
                                .contains("by the rule old ones"));
        window.outputs().select(_ -> true);
        window.inspector().tab("Details");
        Fx.untilThat(
                window.inspector()::detailsText,
                text ->
                        assertThat(text)
                                .contains("It is hidden then, not deleted")
                                .contains("After that")
                                .contains("Older versions")
                                .contains("by the rule “old ones”"));
        assertThat(rowsOfVersions()).isEqualTo(20);
        window.pictures("versions");

        Fx.run(() -> window.part(Button.class, "#versions-more").fire());
        Fx.until("all of them", () -> rowsOfVersions() == 30);
        assertThat(window.isShown("#versions-more")).isFalse();
    }

    private long rowsOfVersions() {
        return List.of(window.inspector().detailsText().split("\n")).stream()
                        .filter(line -> line.startsWith("Goes ") && line.contains("old ones"))
                        .count()
                // that of the current one after it was hidden is another row
                - 1;
    }

    @Test
    void whoMayNotAskForVersionsIsToldSo() {
        connectAs(NOTHING_OF_VERSIONS);
        showOutputs();

        Fx.untilThat(
                this::tooltip,
                text ->
                        assertThat(text)
                                .contains(
                                        "Whether the bucket keeps older versions is not known;"
                                                + " this is reckoned as if it did not."));
        assertThat(window.outputs().column("output-expires"))
                .singleElement()
                .asString()
                .startsWith("in 2");
        window.outputs().select(_ -> true);
        window.inspector().tab("Details");
        Fx.untilThat(
                window.inspector()::detailsText,
                text ->
                        assertThat(text)
                                .contains("They could not be listed")
                                .contains("s3:ListBucketVersions"));
    }
}
