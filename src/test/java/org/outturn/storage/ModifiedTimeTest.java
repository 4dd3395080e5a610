package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20Z,           1700000000",
        "2023-11-14T22:13:20.5Z,         1700000000.5",
        "2023-11-14T22:13:20.123456789Z, 1700000000.123456789",
        "1970-01-01T00:00:00Z,           0",
        "1969-12-31T23:59:59.75Z,        -0.25"
    })
    void goesBothWays(Instant time, String text) {
        assertThat(ModifiedTime.text(time)).isEqualTo(text);
        assertThat(ModifiedTime.of(Map.of("mtime", text))).contains(time);
    }

    @Test
    void digitsBeyondNanosecondsAreCut() {
        assertThat(ModifiedTime.of(Map.of("mtime", "1.1234567891")))
                .contains(Instant.ofEpochSecond(1, 123_456_789));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2018-07-09 17:45:58", "1e9", "1.", "99999999999999"})
    void otherTextsAreNoTime(String text) {
        assertThat(ModifiedTime.of(Map.of("mtime", text))).isEmpty();
    }

    @Test
    void noMetadataIsNoTime() {
        assertThat(ModifiedTime.of(Map.of())).isEmpty();
    }
}
