package org.outturn.transfer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a transfer is tried again. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final TransferOptions options;
    private final RandomGenerator random;

    Backoff(TransferOptions options, RandomGenerator random) {
        this.options = options;
        this.random = random;
    }

    /**
     * @param attempts how often it was tried already, 1 or more
     */
    Duration after(int attempts) {
        long doubled = options.firstPause().toNanos() << Math.min(attempts - 1, MOST_DOUBLINGS);
        long longest = options.longestPause().toNanos();
        long pause = doubled < 0 ? longest : Math.min(doubled, longest);
        return Duration.ofNanos(pause - (long) (pause / 2.0 * random.nextDouble()));
    }
}
