package org.outturn.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.ObjectTags;

class JobFolderTest {
    private static final String NAME = "20251114_011839_0B9CC1F0-1b3c-4c8e-9d7a-2f1f6a0e7395";

    @TempDir private Path disk;

    @Test
    void recognisesAFolder() throws IOException {
        JobFolder folder =
                JobFolder.recognise(Files.createDirectory(disk.resolve(NAME))).orElseThrow();

        assertThat(folder.name()).isEqualTo(NAME);
        assertThat(folder.jobId()).isEqualTo("0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395");
        assertThat(folder.date()).isEqualTo(LocalDate.of(2025, 11, 14));
        assertThat(folder.below(NAME + "/pdfs/a.pdf")).isEqualTo("pdfs/a.pdf");
    }

    @Test
    void aFileOfThatNameIsNone() throws IOException {
        assertThat(JobFolder.recognise(Files.createFile(disk.resolve(NAME)))).isEmpty();
        assertThat(JobFolder.recognise(disk.resolve("none").resolve(NAME))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job",
                "",
                "/",
                "20251314_011839_0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395",
                "20251114_011839_0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e739",
                "20251114_011839-0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395",
                "20251114_011839_0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395 (2)"
            })
    void otherNamesAreNone(String name) {
        assertThat(JobFolder.named(Path.of(name))).isEmpty();
    }

    @Test
    void onlyOneAtATime() {
        Path job = disk.resolve(NAME);
        assertThat(JobFolder.only(List.of(job))).isPresent();
        assertThat(JobFolder.only(List.of(job, disk.resolve("other")))).isEmpty();
        assertThat(JobFolder.only(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "all_products.json,         ALL_PRODUCTS",
        "categories.json,           CATEGORIES",
        "results.json,              RESULTS",
        "pdfs/SDS/a b_SDS.pdf,      PDFS",
        "pdfs/a_pdfs.json,          PDFS",
        "screenshots/a.png,         SCREENSHOTS",
        "categories/slug_products.json, CATEGORY_FILES",
        "categories,                OTHER",
        "sub/results.json,          OTHER",
        "notes.txt,                 OTHER",
        "pdfs2/a.pdf,               OTHER",
    })
    void knowsWhatAFileBelongsTo(String path, JobPart part) {
        assertThat(JobPart.of(path)).isEqualTo(part);
    }

    @Test
    void fillsTagsIn() {
        JobFolder folder = JobFolder.named(disk.resolve(NAME)).orElseThrow();

        assertThat(JobTags.filled(JobTags.TEMPLATE, folder))
                .isEqualTo(
                        ObjectTags.of(
                                Map.of(
                                        "client", "agar",
                                        "type", "scrape-output",
                                        "date", "2025-11-14")));
        assertThat(JobTags.filled(ObjectTags.of(Map.of("job", "j {job} {other}")), folder))
                .isEqualTo(
                        ObjectTags.of(
                                Map.of("job", "j 0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395 {other}")));
    }
}
