package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.status.OutputState;

class OutputChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String JOB = "agar/20261121_110000_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/";
    private static final String OTHER =
            "agar/20261121_113000_1b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/";

    private final CountingBucket bucket = new CountingBucket();

    private OutputTable table() {
        return bucket.table(NOW);
    }

    @Test
    void newTurnedGrownAndGoneAreToldApart() {
        bucket.put(JOB + "pdfs/a_pdfs.json", 5, NOW);
        bucket.put(OTHER + "results.json", 5, NOW);
        OutputTable before = table();
        bucket.put(JOB + "results.json", 5, NOW);
        bucket.put(JOB + "pdfs/SDS/a_SDS.pdf", 5, NOW);
        bucket.put(JOB + "pdfs/PDS/a_PDS.pdf", 5, NOW);
        bucket.delete(OTHER + "results.json");
        bucket.put("raw/3b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395.pdf", 5, NOW);

        OutputChanges changes = OutputChanges.between(before, table());

        assertThat(changes.fresh())
                .singleElement()
                .matches(row -> row.firstKey().startsWith("raw/"));
        assertThat(changes.gone()).singleElement().matches(row -> row.firstKey().startsWith(OTHER));
        assertThat(changes.grown()).singleElement().matches(change -> change.after().files() == 4);
        assertThat(changes.turned())
                .singleElement()
                .matches(change -> change.before().bucket().state() == OutputState.PARTIAL)
                .matches(change -> change.after().bucket().state() == OutputState.COMPLETE)
                .matches(change -> !change.renamed());
    }

    @Test
    void aFolderThatComesAfterItsZipIsTheSameDocument() {
        bucket.put("parsed/1751160013_my_report.zip", 5, NOW);
        OutputTable before = table();
        bucket.put("parsed/1751160010_my report/tmp1.md", 5, NOW);
        OutputTable after = table();

        OutputChanges changes = OutputChanges.between(before, after);

        assertThat(after.rows()).hasSize(1);
        assertThat(changes.fresh()).isEmpty();
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.grown()).singleElement().matches(OutputChanges.Change::renamed);
    }

    @Test
    void nothingIsDifferentInTheSame() {
        bucket.put(JOB + "results.json", 5, NOW);
        assertThat(OutputChanges.between(table(), table()).isEmpty()).isTrue();
    }
}
