package org.outturn.storage;

import java.util.function.LongSupplier;

/**
 * How many bytes a second may go one way, shared by all that move bytes that way. May be changed
 * while they do. Bytes are given out in the order in which they are asked for; nothing is saved up
 * beyond {@link #BURST_NANOS}, so a pause is not followed by a rush.
 *
 * <p>Safe for use by many threads.
 */
public final class RateLimit {
    /** No limit. */
    public static final long NONE = 0;

    /** How much of an idle time may be made up for. */
    private static final long BURST_NANOS = 50_000_000;

    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private volatile long bytesPerSecond = NONE;

    /** When the bytes given out so far will have been paid for. */
    private long paidUntil;

    /** Without a limit. */
    public RateLimit() {
        this(System::nanoTime);
    }

    /**
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    RateLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.paidUntil = nanoTime.getAsLong();
    }

    /** Bytes per second, {@link #NONE} when there is no limit. */
    public long bytesPerSecond() {
        return bytesPerSecond;
    }

    /** Whether there is a limit now. */
    public boolean isOn() {
        return bytesPerSecond != NONE;
    }

    /**
     * Sets the limit; holds for all that is asked for from now on.
     *
     * @param limit bytes per second, 1 or more, or {@link #NONE}
     */
    public synchronized void set(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("no negative limit");
        }
        long before = bytesPerSecond;
        bytesPerSecond = limit;
        long now = nanoTime.getAsLong();
        long debt = paidUntil - now;
        if (before != NONE && debt > 0) {
            // what was given out is owed at the new pace
            paidUntil = limit == NONE ? now : now + (long) ((double) debt * before / limit);
        }
    }

    /**
     * Asks for bytes.
     *
     * @param bytes 0 or more
     * @return how many nanoseconds to wait before moving on; 0 when there is no limit
     */
    public long reserve(long bytes) {
        if (bytesPerSecond == NONE) {
            return 0;
        }
        synchronized (this) {
            long limit = bytesPerSecond;
            if (limit == NONE) {
                return 0;
            }
            long now = nanoTime.getAsLong();
            paidUntil = Math.max(paidUntil, now - BURST_NANOS) + (long) (bytes * NANOS / limit);
            return Math.max(0, paidUntil - now);
        }
    }
}
