package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.Recognised;

class KeyTimeTest {
    @ParameterizedTest
    @CsvSource({
        "agar/20251114_011839_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/results.json, STAMP, 20251114_011839, 20251114_001839",
        "monkeyocr/parsed/1751160010_a.zip, EPOCH_SECONDS, 1751160010, 1751156410",
        "parsed/1751160010_a b/x.md, EPOCH_SECONDS, 1751160010, 1751156410",
        "x/ocr/text/1751160010_a.png.md, EPOCH_SECONDS, 1751160010, 1751156410",
        "temp/videos/2026/11/21/0123456789abcdef_1751160010123.mp4, FOLDERS, 2026/11/21, 2026/11/20",
        "uploads/2026-11-21/1/a.mp4, , , ",
        "audio/20251114_011839_00c0ffee_take.wav, , , ",
        "audio/0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/20251114_011839_00c0ffee_take.wav, , , ",
        "exports/0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/20251114_011839_midi, , , ",
        "raw/0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395.pdf, , , ",
        "temp/job/file.bin, , , ",
    })
    void keysBeginWithTheirTimeOrNot(String key, KeyTime kind, String text, String hourBefore) {
        Recognised found = Layouts.SHIPPED.recogniser().of(key);
        assertThat(found).isNotNull();
        Optional<KeyTime> time = KeyTime.of(found.output());
        if (key.startsWith("uploads/2026")) {
            assertThat(time).contains(KeyTime.DATE);
            return;
        }
        assertThat(time).isEqualTo(Optional.ofNullable(kind));
        time.ifPresent(t -> {
            assertThat(t.text(found)).isEqualTo(text);
            assertThat(t.write(t.read(text).orElseThrow().minusHours(1))).isEqualTo(hourBefore);
        });
    }
}
