package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private long now = 7 * SECOND;
    private final RateLimit limit = new RateLimit(() -> now);

    @Test
    void withoutALimitNobodyWaits() {
        assertThat(limit.isOn()).isFalse();
        assertThat(limit.reserve(Long.MAX_VALUE / 4)).isZero();
    }

    @Test
    void whoeverAsksWaitsUntilItIsPaidFor() {
        limit.set(1_000);

        assertThat(limit.reserve(500)).isEqualTo(SECOND / 2);
        assertThat(limit.reserve(500)).isEqualTo(SECOND);
        now += SECOND;
        assertThat(limit.reserve(250)).isEqualTo(SECOND / 4);
    }

    @Test
    void idleTimeIsNotSavedUp() {
        limit.set(1_000);
        now += 3_600 * SECOND;

        assertThat(limit.reserve(1_000)).isEqualTo(SECOND - RateLimitTest.millis(50));
    }

    @Test
    void overAnyTimeNoMoreIsGivenThanTheLimit() {
        limit.set(10_000);
        long given = 0;
        long end = now + 60 * SECOND;
        while (now < end) {
            now += limit.reserve(777);
            given += 777;
        }

        assertThat(given).isBetween(10_000L * 60 - 777, 10_000L * 60 + 777 + 500);
    }

    @Test
    void aChangeHoldsForWhatIsOwed() {
        limit.set(1_000);
        limit.reserve(10_000);

        limit.set(10_000);
        assertThat(limit.reserve(0)).isEqualTo(SECOND);

        limit.set(RateLimit.NONE);
        assertThat(limit.reserve(1)).isZero();
        limit.set(1_000);
        assertThat(limit.reserve(1_000)).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void noLimitIsNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> limit.set(-1));
    }

    private static long millis(long n) {
        return TimeUnit.MILLISECONDS.toNanos(n);
    }
}
