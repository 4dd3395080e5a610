package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.pipeline.OutputCounts;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.OutputPlace;
import org.outturn.pipeline.PlaceCount;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

class OutputCollectorTest {
    private static final Instant OLD = Instant.parse("2025-11-14T01:18:39Z");
    private static final Instant NEW = OLD.plusSeconds(86_400);
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";

    private final OutputCollector collector =
            new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root("b"));

    @Test
    void anEmptyBucketHasNothing() {
        assertThat(collector.counts()).isEqualTo(new OutputCounts(List.of(), 0, 0, false));
    }

    @Test
    void countsOutputsObjectsAndBytesOfEachPlace() {
        add("agar/20251114_011839_" + UUID + "/all_products.json", 100, OLD);
        add("agar/20251114_011839_" + UUID + "/pdfs/a b.pdf", 50, NEW);
        add("agar/20251115_011839_" + UUID + "/results.json", 7, OLD);
        add("notes.txt", 1_000, NEW);
        add("scraper-outputs/20251114_011839_" + UUID + "/results.json", 3, OLD);
        OutputCounts counts = collector.counts();
        assertThat(counts.places())
                .containsExactly(
                        new PlaceCount(new OutputPlace(OutputKind.JOBS, "agar/"), 2, 3, 157, NEW),
                        new PlaceCount(
                                new OutputPlace(OutputKind.JOBS, "scraper-outputs/"),
                                1,
                                1,
                                3,
                                OLD));
        assertThat(counts.objects()).isEqualTo(5);
        assertThat(counts.bytes()).isEqualTo(1_160);
        assertThat(counts.outputs(OutputKind.JOBS)).isEqualTo(3);
        assertThat(counts.outputs(OutputKind.VIDEOS)).isZero();
    }

    @Test
    void aZipAndAFolderSomeSecondsApartAreOneDocument() {
        add("parsed/1751160010_my report/tmp1.md", "parsed/1751160010_my report/tmp1_layout.pdf");
        add("parsed/1751160013_my_report.zip");
        assertThat(documents()).isEqualTo(1);
        add("parsed/1751160090_my_report.zip", "parsed/1751160092_my report/tmp2.md");
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void aFolderIsPairedWithTheNearerZip() {
        add("parsed/1751160010_a.zip", "parsed/1751160060_a.zip", "parsed/1751160061_a/x.md");
        assertThat(documents()).isEqualTo(2);
        add("parsed/1751160075_a/x.md");
        assertThat(documents()).as("the other ZIP is 65 s away").isEqualTo(3);
    }

    @Test
    void everyFolderTakesAZipOfItsOwn() {
        add("parsed/1751160010_a.zip", "parsed/1751160030_a.zip", "parsed/1751160031_a/x.md");
        add("parsed/1751160032_a/x.md");
        assertThat(documents()).isEqualTo(2);
        add("parsed/1751160033_a/x.md");
        assertThat(documents()).isEqualTo(3);
    }

    @Test
    void twoZipsOrTwoMinutesApartAreTwoDocuments() {
        add("parsed/1751160010_a.zip", "parsed/1751160011_a.zip");
        assertThat(documents()).isEqualTo(2);
        add("parsed/1751160010_b.zip", "parsed/1751160071_b/x.md");
        assertThat(documents()).isEqualTo(4);
    }

    @Test
    void otherKeysBetweenZipAndFolderDoNotMatter() {
        add("parsed/1751160010_a b/x.md", "parsed/1751160010_a c/x.md");
        add("parsed/1751160010_a_b.zip", "parsed/1751160010_a_c.zip");
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void theTwoFilesOfOneResultAreOneOutput() {
        add("results/" + UUID + ".json", "results/" + UUID + ".records.jsonl");
        assertThat(collector.counts().outputs(OutputKind.REQUESTS)).isEqualTo(1);
    }

    @Test
    void placesAreBoundedAndSaidToBe() {
        IntStream.range(0, PlaceTally.MAX_PLACES + 5)
                .forEach(i -> add("p%05d/20251114_011839_%s/a.json".formatted(i, UUID)));
        OutputCounts counts = collector.counts();
        assertThat(counts.places()).hasSize(PlaceTally.MAX_PLACES);
        assertThat(counts.placesLeftOut()).isTrue();
        assertThat(counts.objects()).isEqualTo(PlaceTally.MAX_PLACES + 5);
    }

    @Test
    void inKeyOrderEveryOutputCountsOnce() {
        Set<String> keys = new TreeSet<>();
        for (int job = 0; job < 40; job++) {
            for (String file : new String[] {"a.json", "pdfs/x.pdf", "pdfs/y.pdf", "z/"}) {
                keys.add(
                        "agar/202511%02d_01183%d_%s/%s"
                                .formatted(1 + job % 28, job / 28, UUID, file));
                keys.add("processed/user-%d/job-%d/%s".formatted(job % 7, job, file));
                keys.add("temp/job-%d/%s".formatted(job, file));
            }
        }
        keys.forEach(this::add);
        OutputCounts counts = collector.counts();
        assertThat(counts.outputs(OutputKind.JOBS)).isEqualTo(40);
        assertThat(counts.outputs(OutputKind.PROCESSED)).isEqualTo(40);
        assertThat(counts.outputs(OutputKind.TEMPORARY)).isEqualTo(40);
        assertThat(counts.objects()).isEqualTo(480);
    }

    private void add(String... keys) {
        for (String key : keys) {
            add(key, 1, OLD);
        }
    }

    private void add(String key, long size, Instant modified) {
        var entry = new ObjectEntry(key, size, modified, "STANDARD", "");
        collector.add(new ListingPage(List.of(entry), List.of(), false));
    }

    private long documents() {
        return collector.counts().outputs(OutputKind.PARSED_DOCUMENTS);
    }
}
