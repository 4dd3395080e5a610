package org.outturn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;

class OutputWordsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final Testimony THERE =
            new Testimony(Witness.BUCKET, OutputState.COMPLETE, new Finding.AllThere(1, 2048), AT);

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final OutputWords words =
            new OutputWords(messages, new Formats(messages, ZoneOffset.UTC));

    private static Testimony result(String word, OutputState state, String... reasons) {
        return new Testimony(
                Witness.PDF_RESULT,
                state,
                new Finding.Recorded(word, List.of(reasons), -1, -1),
                AT);
    }

    @Test
    void aStoredErrorIsSaidPlainlyWithTheWordsOfBothWitnesses() {
        OutputStatus status =
                OutputStatus.of(THERE)
                        .with(result("error", OutputState.FAILED, "No text on page 3"));

        assertThat(words.brief(status)).isEqualTo("Failed, disputed");
        assertThat(words.full(status).lines())
                .containsExactly(
                        "There is a result, but it is not what was asked for: it says that the"
                                + " request failed.",
                        messages.text("witness.bucket") + ": The file is there, 2.0 KiB.",
                        messages.text("witness.pdf_result")
                                + ": It says “error”. No text on page 3");
    }

    @Test
    void otherDisagreementsAreJustThat() {
        var record =
                new Testimony(
                        Witness.RECORD,
                        OutputState.PARTIAL,
                        new Finding.Recorded("partial", List.of(), -1, -1),
                        AT);

        assertThat(words.full(OutputStatus.of(THERE).with(record)))
                .startsWith("The witnesses disagree.\n");
        assertThat(words.full(OutputStatus.of(THERE))).isEqualTo("The file is there, 2.0 KiB.");
    }
}
