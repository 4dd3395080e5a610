package org.outturn.lifecycle;

import java.time.Instant;

/** Lifecycle days end at midnight UTC (S3 User Guide, "Lifecycle configuration elements"). */
final class Midnight {
    private static final long DAY = 86_400;

    private Midnight() {}

    /**
     * The first midnight UTC that is no earlier than so many days after an instant; never before
     * the instant itself.
     *
     * @param days 0 or more
     */
    static Instant after(Instant from, int days) {
        // in seconds, because Instant.plus fails near the end of time, which no server minds
        long second = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
        long midnight = (Math.ceilDiv(second, DAY) + days) * DAY;
        return midnight > Instant.MAX.getEpochSecond()
                ? Instant.MAX
                : Instant.ofEpochSecond(midnight);
    }
}
