package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.storage.Bandwidth;

/** What is typed as a limit, and who hears of it. */
class SpeedLimitTest {

    @ParameterizedTest
    @CsvSource({"5, 5000000", "' 2.5 ', 2500000", "'0,75', 750000", "0.0000001, 1000"})
    void megabytesAreRead(String typed, long bytes) {
        assertThat(SpeedLimit.read(typed)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "fast", "100001", "1e99", "NaN"})
    void whatIsNoLimitIsNot(String typed) {
        assertThat(SpeedLimit.read(typed)).isEmpty();
    }

    @Test
    void itHoldsAndIsKept() {
        List<List<Long>> kept = new ArrayList<>();
        var bandwidth = Bandwidth.unlimited();
        var limit = new SpeedLimit(bandwidth, (up, down) -> kept.add(List.of(up, down)));

        limit.set(bandwidth.down(), 5_000_000);
        limit.set(bandwidth.up(), 1_000_000);
        limit.set(bandwidth.down(), 0);

        assertThat(bandwidth.up().bytesPerSecond()).isEqualTo(1_000_000);
        assertThat(bandwidth.down().isOn()).isFalse();
        assertThat(kept)
                .containsExactly(
                        List.of(0L, 5_000_000L),
                        List.of(1_000_000L, 5_000_000L),
                        List.of(1_000_000L, 0L));
    }
}
