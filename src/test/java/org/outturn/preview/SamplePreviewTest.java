package org.outturn.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.outturn.preview.Preview.Reason;
import org.outturn.sample.outputs.Output;
import org.outturn.sample.outputs.Producers;
import org.outturn.storage.Cancellation;

/** What an operator sees of the outputs of the five producers. */
class SamplePreviewTest {

    private static Preview preview(Output output) {
        String name = output.key().substring(output.key().lastIndexOf('/') + 1);
        return new PreviewService(new BytesStore(output.bytes()))
                .preview(
                        BytesStore.details(name, output.bytes().length, output.headers()),
                        Cancellation.never());
    }

    @Test
    void everyOutputIsShownOrNamed() {
        var seen = new HashMap<String, Integer>();
        for (Output output : Producers.outputs(1, Instant.parse("2026-11-21T09:30:00Z"))) {
            Preview preview = preview(output);
            String what =
                    switch (preview) {
                        case Preview.Unavailable(Reason reason, FileKind kind, _) -> {
                            assertThat(reason).as(output.key()).isEqualTo(Reason.NOT_SHOWN);
                            assertThat(kind).as(output.key()).isNotEqualTo(FileKind.BINARY);
                            yield kind.name();
                        }
                        case Preview.Json(_, _, boolean valid) -> {
                            assertThat(valid).as(output.key()).isTrue();
                            yield "Json";
                        }
                        case Preview.Image(_, FileKind kind, _, _) -> kind.name();
                        default -> preview.getClass().getSimpleName();
                    };
            seen.merge(what, 1, Integer::sum);
        }
        assertThat(seen)
                .containsOnlyKeys(
                        "Markdown",
                        "Json",
                        "Text",
                        "Empty",
                        "PNG",
                        "JPEG",
                        "PDF",
                        "ZIP",
                        "MIDI",
                        "WAV",
                        "MP3",
                        "M4A",
                        "MP4",
                        "WEBM",
                        "MATROSKA");
        assertThat(seen.values()).allMatch(count -> count > 0);
    }

    @Test
    void exportsWithoutExtensionAreKnownByTheirContent() {
        Map<String, String> expected =
                Map.of("_pdf", "PDF", "_midi", "MIDI", "_musicxml", "score-partwise");
        for (Output output : Producers.outputs(1, Instant.parse("2026-11-21T09:30:00Z"))) {
            if (output.key().startsWith("exports/")) {
                String end = output.key().substring(output.key().lastIndexOf('_'));
                assertThat(preview(output).toString()).contains(expected.get(end));
            }
        }
    }
}
