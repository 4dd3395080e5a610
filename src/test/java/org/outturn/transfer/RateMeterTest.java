package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long SECOND = 1_000_000_000L;

    @Property
    void aSteadySpeedIsSeenWhateverTheTimesOfLooking(
            @ForAll @IntRange(min = 60, max = 4_000) int millis) {
        RateMeter meter = new RateMeter(0, 0);
        for (int i = 1; i <= 50; i++) {
            long nanos = i * millis * 1_000_000L;
            meter.sample(nanos, nanos / 1_000);
            assertThat(meter.perSecond()).isCloseTo(1e6, within(1.0));
        }
    }

    @Test
    void nothingIsKnownBeforeTheFirstSample() {
        RateMeter meter = new RateMeter(0, 0);
        meter.sample(1_000_000, 500);
        assertThat(meter.perSecond()).isZero();
    }

    @Test
    void aStallLetsTheSpeedFallAndAStepBackCountsAsAStall() {
        RateMeter meter = new RateMeter(0, 0);
        meter.sample(SECOND, 1_000);
        assertThat(meter.perSecond()).isCloseTo(1_000, within(0.1));
        meter.sample(4 * SECOND, 500);
        assertThat(meter.perSecond()).isBetween(1.0, 600.0);
        meter.sample(60 * SECOND, 500);
        assertThat(meter.perSecond()).isLessThan(1);
    }
}
