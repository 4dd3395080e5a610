package org.outturn.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.ObjectTags;

class TagTemplateTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 14);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    @Test
    void daysArePutIn() {
        var template =
                TagTemplate.of(
                        "Scrape output",
                        Map.of("client", "agar", "date", "{date}", "checked", "on {today}"));

        assertThat(template.fill(Optional.of(DAY), TODAY))
                .contains(
                        ObjectTags.of(
                                Map.of(
                                        "client",
                                        "agar",
                                        "date",
                                        "2025-11-14",
                                        "checked",
                                        "on 2026-01-02")));
        assertThat(template.fill(Optional.empty(), TODAY)).isEmpty();
    }

    @Test
    void withoutADayNoneIsNeeded() {
        var template = TagTemplate.of("Checked", Map.of("checked", "{today}"));

        assertThat(template.fill(Optional.empty(), TODAY))
                .contains(ObjectTags.of(Map.of("checked", "2026-01-02")));
    }

    @ParameterizedTest
    @CsvSource({
        "agar/20251114_011839_1f0c0000-0000-4000-8000-000000000001/pdfs/a.pdf, 2025-11-14",
        "temp/videos/2026/03/09/0123456789abcdef_1751160010000.mp4, 2026-03-09",
        "uploads/2026-03-09/7/clip.mp4, 2026-03-09",
        "monkeyocr/parsed/1751160010_receipt.zip, 2025-06-29",
        "exports/x/20251114_011839_midi, 2025-11-14",
        "exports/x/20251114_011839, 2025-11-14",
        "old/20259914_011839_x/2026-03-09/a, 2026-03-09"
    })
    void theDayIsReadFromTheKey(String key, LocalDate day) {
        assertThat(KeyDay.of(key, ZoneOffset.UTC)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw/1f0c0000-0000-4000-8000-000000000001.pdf",
                "a/20251114.txt",
                "a/2025-13-14/b",
                "a/12025-11-14/b",
                "a/11751160010_b"
            })
    void someKeysHaveNone(String key) {
        assertThat(KeyDay.of(key, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void secondsAreOfTheOperatorsDay() {
        // 2025-06-29 01:20:10 UTC
        String key = "monkeyocr/parsed/1751160010_receipt.zip";

        assertThat(KeyDay.of(key, ZoneId.of("America/New_York")))
                .contains(LocalDate.of(2025, 6, 28));
    }
}
