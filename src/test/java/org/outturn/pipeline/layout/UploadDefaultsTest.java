package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.UploadDefaults;

class UploadDefaultsTest {

    @ParameterizedTest
    @CsvSource({
        "monkeyocr/parsed/, MONKEY_OCR",
        "scraper-outputs/, SCRAPER",
        "agar/20251114_011839_x/, SCRAPER",
        "raw, PDF",
        "documents/, PDF",
        "uploads/, DRUMS",
        "uploads/user-1/, DRUMS",
        "audio/, DRUMS",
        "uploads/2025-11-14/, VIDEOS",
        "temp/videos/2025/, VIDEOS"
    })
    void thePrefixTellsWhoWorksThere(String prefix, Producer producer) {
        assertThat(Layouts.SHIPPED.uploadDefaults(prefix))
                .flatMap(UploadDefaults::producer)
                .contains(producer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rawhide/", "my/audio/", "temp/", "processed/", "Audio/"})
    void elsewhereNobodyIsKnown(String prefix) {
        assertThat(Layouts.SHIPPED.uploadDefaults(prefix)).isEmpty();
    }

    @Test
    void whatTheirGuidesSayIsKept() {
        UploadDefaults drums = Layouts.SHIPPED.uploadDefaults("audio/").orElseThrow();
        assertThat(drums.mostBytes()).hasValue(50L << 20);
        assertThat(drums.encrypted()).isTrue();

        UploadDefaults scraper = Layouts.SHIPPED.uploadDefaults("agar/").orElseThrow();
        assertThat(scraper.multipartBytes()).hasValue(25L << 20);
        assertThat(scraper.timeout()).contains(Duration.ofSeconds(300));
        assertThat(scraper.retries()).contains(3);
        assertThat(scraper.tags()).containsEntry("type", "scrape-output");
        assertThat(scraper.mostBytes()).isEmpty();

        UploadDefaults pdf = Layouts.SHIPPED.uploadDefaults("raw/").orElseThrow();
        assertThat(pdf.multipartBytes()).hasValue(100L << 20);
        assertThat(pdf.partBytes()).hasValue(8L << 20);
        assertThat(pdf.partsAtOnce()).contains(10);
    }
}
