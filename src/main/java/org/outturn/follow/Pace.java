package org.outturn.follow;

import java.time.Duration;

/** How long to wait between two looks. */
public final class Pace {
    /** Shorter would be a burden to the server, and to a purse. */
    public static final Duration LEAST = Duration.ofSeconds(10);

    public static final Duration MOST = Duration.ofHours(1);
    public static final Duration DEFAULT = Duration.ofSeconds(30);

    /** Everything is listed again after this time, which finds changes of what is old. */
    public static final Duration WHOLE = Duration.ofMinutes(10);

    /** A server in trouble is asked no less often than this, or than the operator wants. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private Pace() {}

    /** The nearest time that may be. */
    public static Duration within(Duration wanted) {
        return wanted.compareTo(LEAST) < 0 ? LEAST : wanted.compareTo(MOST) > 0 ? MOST : wanted;
    }

    /**
     * The wait before the next look: twice as long after each failure.
     *
     * @param failures in a row, 0 or more
     */
    static Duration pause(Duration interval, int failures) {
        Duration most = interval.compareTo(LONGEST_PAUSE) > 0 ? interval : LONGEST_PAUSE;
        Duration pause = interval;
        for (int i = 0; i < failures && pause.compareTo(most) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(most) > 0 ? most : pause;
    }
}
