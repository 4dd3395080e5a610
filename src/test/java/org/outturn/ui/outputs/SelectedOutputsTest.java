package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.follow.CountingBucket;
import org.outturn.ui.common.BackgroundRunner;

class SelectedOutputsTest {
    private static final String TEXT = "monkeyocr/ocr/text/1793534400_a.png.md";

    private final CountingBucket bucket = new CountingBucket();
    private final SelectedOutputs selected;
    private final OutputTable table;

    SelectedOutputsTest() {
        for (int job = 0; job < 3; job++) {
            for (int file = 0; file < 400; file++) {
                put(job(job) + "screenshots/" + file + ".png");
            }
            put(job(job) + "pdfs/");
        }
        put(TEXT);
        table = bucket.table(Instant.now());
        selected = new SelectedOutputs(new BackgroundRunner(Runnable::run), () -> table);
    }

    private void put(String key) {
        bucket.put(key, 5, Instant.now());
    }

    private static String job(int number) {
        return "agar/2026110" + (number + 1) + "_120000_" + new UUID(number, number) + "/";
    }

    private OutputLine output(String prefix) {
        OutputRow row = row(prefix);
        return new OutputLine.OfOutput(row, table.find(row.identity()).orElseThrow(), false);
    }

    private OutputRow row(String prefix) {
        return table.rows().stream()
                .filter(row -> row.firstKey().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private OutputLine file(String prefix, int number) {
        OutputRow row = row(prefix);
        OutputFile file = table.files(table.find(row.identity()).orElseThrow()).get(number);
        return new OutputLine.OfFile(row, file);
    }

    private List<ListingRow> collected() {
        var found = new ArrayList<ListingRow>();
        selected.collect(found::addAll);
        await().until(() -> !selected.collectingProperty().get());
        return found;
    }

    @Test
    void wholeOutputsAndSingleFilesCountOnce() {
        selected.set(List.of(output(job(0)), file(job(0), 3), file(job(1), 7), output(TEXT)));

        assertThat(selected.amount()).isEqualTo(new SelectedAmount(402, 402 * 5));
        assertThat(collected())
                .hasSize(402)
                .doesNotHaveDuplicates()
                .noneMatch(row -> row.key().endsWith("/"))
                .anyMatch(row -> row.key().equals(TEXT));
    }

    @Test
    void nothingIsCollectedOfNothingOrAfterAnotherSelection() {
        var calls = new AtomicInteger();
        selected.collect(_ -> calls.incrementAndGet());
        assertThat(selected.amount()).isEqualTo(new SelectedAmount(0, 0));

        selected.set(List.of(output(job(0)), output(job(1)), output(job(2))));
        selected.stop();
        assertThat(selected.collectingProperty().get()).isFalse();
        assertThat(calls).hasValue(0);
        assertThat(collected()).hasSize(1_200);
    }
}
