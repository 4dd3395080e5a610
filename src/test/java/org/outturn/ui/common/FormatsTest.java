package org.outturn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Formats formats =
            new Formats(new Messages(Locale.ENGLISH), ZoneId.of("Europe/Vienna"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                   | 0 B
                    1023                | 1023 B
                    1024                | 1.0 KiB
                    1536                | 1.5 KiB
                    102399              | 100 KiB
                    1048524             | 1.0 MiB
                    1048576             | 1.0 MiB
                    5368709120          | 5.0 GiB
                    9223372036854775807 | 8.0 EiB
                    """)
    void sizesAreBinary(long bytes, String text) {
        assertThat(formats.size(bytes)).isEqualTo(text);
    }

    @Test
    void theExactSizeNamesTheBytes() {
        assertThat(formats.exactSize(4038)).isEqualTo("3.9 KiB (4,038 bytes)");
        assertThat(formats.exactSize(12)).isEqualTo("12 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0      | 0 s
                    59     | 59 s
                    60     | 1 min
                    75     | 1 min 15 s
                    615    | 10 min
                    25920  | 7 h 12 min
                    86400  | 1 d
                    100800 | 1 d 4 h
                    -5     | 0 s
                    """)
    void durationsNameTheTwoLargestUnits(long seconds, String text) {
        assertThat(formats.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void anEndIsNamedAsPeopleSayIt() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(formats.until(Instant.parse("2026-11-21T13:30:00Z"), now))
                .isEqualTo("today 14:30");
        // tomorrow by the local clock, though the same day in UTC
        assertThat(formats.until(Instant.parse("2026-11-21T23:10:00Z"), now))
                .isEqualTo("tomorrow 00:10");
        assertThat(formats.until(Instant.parse("2026-11-27T08:10:00Z"), now))
                .isEqualTo("Friday 27 November, 09:10");
    }
}
