package org.outturn.follow;

import java.time.Duration;

/**
 * How an operator wants buckets to be followed.
 *
 * @param interval between the end of a look and the next one, {@link Pace#LEAST} to {@link
 *     Pace#MOST}
 */
public record FollowChoice(boolean on, Duration interval, FollowRules rules) {
    /** Of a program started for the first time. */
    public static final FollowChoice DEFAULTS =
            new FollowChoice(false, Pace.DEFAULT, FollowRules.DEFAULTS);

    public FollowChoice {
        interval = Pace.within(interval);
    }

    /** The same switched on or off. */
    public FollowChoice switched(boolean wanted) {
        return new FollowChoice(wanted, interval, rules);
    }

    /** The same with another time between looks. */
    public FollowChoice every(Duration wanted) {
        return new FollowChoice(on, wanted, rules);
    }

    /** The same with other rules. */
    public FollowChoice by(FollowRules wanted) {
        return new FollowChoice(on, interval, wanted);
    }
}
