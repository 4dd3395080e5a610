package org.outturn.aws;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.outturn.storage.RateLimit;

/** Makes a thread wait for its turn under a limit. */
final class Pace {
    /** The most that is asked for at once, so that a slow limit is kept smoothly. */
    static final int STEP_BYTES = 16 << 10;

    private final RateLimit limit;

    Pace(RateLimit limit) {
        this.limit = limit;
    }

    /** How much to move at a time: {@code wanted}, or less while there is a limit. */
    int step(int wanted) {
        return limit.isOn() ? Math.min(wanted, STEP_BYTES) : wanted;
    }

    /**
     * Waits until so many bytes may be moved.
     *
     * @throws CancellationException if the thread is interrupted
     */
    void await(long bytes) {
        long nanos = limit.reserve(bytes);
        if (nanos > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }
}
