package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff =
            new Backoff(TransferOptions.DEFAULTS, RandomGenerator.getDefault());

    @Property
    void pausesAreNeverLongerThanTheLongestNorShorterThanHalfTheFirst(
            @ForAll @IntRange(min = 1, max = 1_000) int attempts) {
        assertThat(backoff.after(attempts))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(20));
    }

    @Test
    void theyDouble() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(backoff.after(9)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }
}
