package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.pipeline.template.Misfit;
import org.outturn.pipeline.template.PlaceholderType;

class KeyReadingTest {
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";

    @Test
    void aKeyThatIsReadSaysByWhat() {
        KeyReading reading = read("a/monkeyocr/parsed/1751160010_report.zip");
        assertThat(reading.output().orElseThrow().outputName()).isEqualTo("report");
        KeyReading.Nearest by = reading.nearest().orElseThrow();
        assertThat(by.layout().id()).isEqualTo("monkeyocr");
        assertThat(by.explanation().fits()).isTrue();
        assertThat(by.explanation().from()).isEqualTo("a/monkeyocr/".length());
        assertThat(reading.missed()).isEmpty();
    }

    @Test
    void saysWhichTypeWasExpectedWhere() {
        var explanation =
                read("monkeyocr/parsed/1751160_report.zip").nearest().orElseThrow().explanation();
        assertThat(explanation.template())
                .hasToString("{prefix}parsed/{time:epoch-s}_{document:text}.zip");
        assertThat(explanation.segment()).contains("1751160_report.zip");
        assertThat(explanation.misfit().orElseThrow())
                .isInstanceOfSatisfying(
                        Misfit.Value.class,
                        value -> {
                            assertThat(value.placeholder().type())
                                    .isEqualTo(PlaceholderType.EPOCH_SECONDS);
                            assertThat(explanation.key().substring(value.start(), value.end()))
                                    .isEqualTo("1751160");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "monkeyocr/parsd/1751160010_report.zip, '{prefix}parsed/{time:epoch-s}_{document:text}.zip', parsd",
        "x/exports/"
                + UUID
                + "/20251114_011839_wav, '{prefix}exports/{job:uuid}/{at:stamp}_musicxml', _wav",
        "x/exports/"
                + UUID
                + "/20251314_011839_pdf, '{prefix}exports/{job:uuid}/{at:stamp}_pdf', 20251314_011839",
        "x/temp/videos/2025/02/30/0123456789abcdef_1751160010123.mp4, '{prefix}temp/videos/{year:year}/{month:month}/{day:day}/{id:hex(16)}_{started:epoch-ms}.{type:one-of(mp4|webm|mkv)}', 2025/02/30",
        "x/temp/videos/2025/02/20/0123456789abcdef_1751160010123.avi, '{prefix}temp/videos/{year:year}/{month:month}/{day:day}/{id:hex(16)}_{started:epoch-ms}.{type:one-of(mp4|webm|mkv)}', avi",
        "x/parsed/" + UUID + ", '{prefix}parsed/{id:uuid}/{file:rest}', ''",
        "x/raw/" + UUID + ".pdf/y, '{prefix}raw/{id:uuid}.pdf', y",
    })
    void namesTheNearestTemplateAndThePlace(String key, String template, String there) {
        KeyReading reading = read(key);
        assertThat(reading.output()).isEmpty();
        var explanation = reading.nearest().orElseThrow().explanation();
        assertThat(explanation.template()).hasToString(template);
        Misfit misfit = explanation.misfit().orElseThrow();
        assertThat(key.substring(misfit.start(), misfit.end())).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"holiday.jpg", "a/b/c.json", "x", "notes_1.txt"})
    void whatResemblesNothingIsNotExplainedAway(String key) {
        assertThat(read(key).nearest()).isEmpty();
    }

    @Test
    void aKeyToldByItsFolderSaysWhatItMissed() {
        KeyReading reading = read("parsed/1751160_report.zip");
        assertThat(reading.output().orElseThrow().output().exact()).isFalse();
        assertThat(reading.missed().orElseThrow().layout().id()).isEqualTo("monkeyocr");
    }

    @Test
    void aFoldersPlaceholderIsOne() {
        assertThat(read("temp/videos/").isFolder()).isTrue();
        assertThat(read("temp/videos/x").isFolder()).isFalse();
    }

    @Test
    void aHostileKeyIsExplainedInTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (String piece : new String[] {"a/", "/", "parsed/", "1751160010_/"}) {
                        read(piece.repeat(1_024 / piece.length()));
                    }
                });
    }

    private static KeyReading read(String key) {
        return KeyReading.of(Layouts.SHIPPED, key);
    }
}
