package org.outturn.transfer;

/**
 * A speed, smoothed over about three seconds whatever the times at which it is sampled. Not safe
 * for use by several threads.
 */
final class RateMeter {
    private static final double SMOOTHING_SECONDS = 3;
    private static final double SHORTEST_SECONDS = 0.05;

    private long lastNanos;
    private long lastCount;
    private double sum;

    /** How much of the average is made of samples; the rest is the time before the first. */
    private double weight;

    RateMeter(long nanos, long count) {
        this.lastNanos = nanos;
        this.lastCount = count;
    }

    /**
     * Samples that come too soon after the one before are left to the next. A count that went back
     * counts as no progress.
     */
    void sample(long nanos, long count) {
        double seconds = (nanos - lastNanos) / 1e9;
        if (seconds < SHORTEST_SECONDS) {
            return;
        }
        double rate = Math.max(0, count - lastCount) / seconds;
        double share = 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
        sum += share * (rate - sum);
        weight += share * (1 - weight);
        lastNanos = nanos;
        lastCount = count;
    }

    double perSecond() {
        return weight == 0 ? 0 : sum / weight;
    }
}
