package org.outturn.tagging;

import java.time.Duration;
import org.outturn.storage.RateLimit;

/**
 * When the next request may go: so many a second, and none for a while after the server asked for
 * less. Safe for use by many threads.
 */
final class TagPace {
    private static final int MOST_DOUBLINGS = 6;

    private final RateLimit limit = new RateLimit();
    private final long firstPauseNanos;
    private int troubles;
    private long pausedUntil = System.nanoTime();

    TagPace(int perSecond, Duration firstPause) {
        limit.set(perSecond);
        firstPauseNanos = firstPause.toNanos();
    }

    /**
     * Waits for the turn of one request.
     *
     * @throws InterruptedException if the thread is to end
     */
    void await() throws InterruptedException {
        // what the limit counts as bytes are requests here
        Thread.sleep(Duration.ofNanos(limit.reserve(1)));
        for (long left = pause(); left > 0; left = pause()) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private synchronized long pause() {
        return pausedUntil - System.nanoTime();
    }

    /** The server was overloaded, or could not be reached. */
    synchronized void trouble() {
        if (pause() <= 0) {
            // those that ran beside the first one tell nothing new
            pausedUntil =
                    System.nanoTime() + (firstPauseNanos << Math.min(troubles, MOST_DOUBLINGS));
            troubles++;
        }
    }

    synchronized void success() {
        troubles = 0;
    }
}
