package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTotalsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MIB = 1 << 20;

    private final RunTotals run = new RunTotals(0);
    private final StateCounts counts = new StateCounts();

    @Test
    void aLargeFileAtASteadySpeedTakesItsBytesBySpeed() {
        run.begin(0);
        run.opened(1_000 * MIB);
        for (int second = 1; second <= 10; second++) {
            run.moved(10 * MIB);
            run.measure(second * SECOND);
        }
        QueueTotals totals = run.totals(counts);
        assertThat(totals.bytesPerSecond()).isCloseTo(10.0 * MIB, within(1.0));
        assertThat(totals.timeLeft().get()).isBetween(ofSeconds(89), ofSeconds(91));
        assertThat(totals.bytesDone()).isEqualTo(100 * MIB);
    }

    @Test
    void tinyFilesAreReckonedByTheirNumber() {
        run.begin(0);
        for (int i = 0; i < 1_000; i++) {
            run.opened(10);
        }
        for (int second = 1; second <= 10; second++) {
            for (int i = 0; i < 20; i++) {
                run.moved(10);
                run.dropped(10);
                run.closed(10, true);
            }
            run.measure(second * SECOND);
        }
        assertThat(run.totals(counts).timeLeft().get()).isBetween(ofSeconds(39), ofSeconds(41));
    }

    @Test
    void aNewRunForgetsWhatTheOldOneFinished() {
        run.opened(50);
        run.moved(50);
        run.dropped(50);
        run.closed(50, true);
        assertThat(run.totals(counts).bytesDone()).isEqualTo(50);
        run.begin(SECOND);
        run.opened(30);
        assertThat(run.totals(counts).bytesDone()).isZero();
        assertThat(run.totals(counts).bytesTotal()).isEqualTo(30);
        assertThat(run.totals(counts).timeLeft()).isEmpty();
    }

    @Test
    void aStallHasNoEndInSight() {
        run.begin(0);
        run.opened(MIB);
        run.moved(10);
        run.measure(SECOND);
        for (int second = 2; second <= 6; second++) {
            run.measure(second * SECOND);
        }
        assertThat(run.totals(counts).timeLeft()).isPresent();
        run.measure(7 * SECOND);
        assertThat(run.totals(counts).timeLeft()).isEqualTo(Optional.empty());
        run.moved(10);
        run.measure(8 * SECOND);
        assertThat(run.totals(counts).timeLeft()).isPresent();
    }

    private static Duration ofSeconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
