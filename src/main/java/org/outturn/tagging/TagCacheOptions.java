package org.outturn.tagging;

import java.time.Duration;

/**
 * How hard a {@link TagCache} works: every object is a request of its own, which costs time and, on
 * AWS, money.
 *
 * @param atATime requests at the same time, 1 to 64
 * @param perSecond requests a second, 1 or more
 * @param mostKept how many objects' tags are kept, 1 or more; those longest not looked at go first
 * @param attempts how often an object is asked about before a passing trouble counts, 1 or more
 * @param firstPause the pause of all requests after a passing trouble; doubles with each one that
 *     follows at once, to 64 times this
 * @param batchPause how long answers are gathered before they are told
 */
public record TagCacheOptions(
        int atATime,
        int perSecond,
        int mostKept,
        int attempts,
        Duration firstPause,
        Duration batchPause) {
    /** Four at a time, 50 a second, 50,000 kept, told of ten times a second. */
    public static final TagCacheOptions DEFAULTS =
            new TagCacheOptions(4, 50, 50_000, 3, Duration.ofMillis(500), Duration.ofMillis(100));

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public TagCacheOptions {
        boolean fits =
                atATime >= 1
                        && atATime <= 64
                        && perSecond >= 1
                        && mostKept >= 1
                        && attempts >= 1
                        && !firstPause.isNegative()
                        && !batchPause.isNegative();
        if (!fits) {
            throw new IllegalArgumentException("out of range");
        }
    }
}
