package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({
        "30, 0, 30",
        "30, 1, 60",
        "30, 3, 240",
        "30, 5, 600",
        "30, 1000000, 600",
        "900, 0, 900",
        "900, 1, 900",
        "3600, 4, 3600"
    })
    void waitsLongerAfterEachFailure(long interval, int failures, long pause) {
        assertThat(Pace.pause(Duration.ofSeconds(interval), failures))
                .isEqualTo(Duration.ofSeconds(pause));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-5, 10", "10, 10", "45, 45", "3600, 3600", "100000, 3600"})
    void keepsWithinItsRange(long wanted, long within) {
        assertThat(Pace.within(Duration.ofSeconds(wanted))).isEqualTo(Duration.ofSeconds(within));
    }
}
