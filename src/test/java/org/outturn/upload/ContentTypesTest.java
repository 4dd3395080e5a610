package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {
    @ParameterizedTest
    @CsvSource({
        "parsed/1_a.zip,              application/zip",
        "REPORT.PDF,                  application/pdf",
        "results/x.records.jsonl,     application/x-ndjson",
        "score.musicxml,              application/vnd.recordare.musicxml+xml",
        "output.mid,                  audio/midi",
        "video.webm,                  video/webm",
        "notes.md,                    text/markdown; charset=utf-8",
        "folder.pdf/plain,            application/octet-stream",
        ".pdf,                        application/octet-stream",
        "ends.,                       application/octet-stream",
        "data.unheardof,              application/octet-stream"
    })
    void goesByTheExtensionOfTheName(String name, String type) {
        assertThat(ContentTypes.of(name)).isEqualTo(type);
    }
}
