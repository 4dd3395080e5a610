package org.outturn.follow;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are on.
 *
 * @param partialMinutes how long an output may be partial before that is told, 1 to 1,440
 */
public record FollowRules(Set<FollowRule> on, int partialMinutes) {
    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 1_440;

    /** All of them; ten minutes. */
    public static final FollowRules DEFAULTS = new FollowRules(EnumSet.allOf(FollowRule.class), 10);

    /**
     * @throws IllegalArgumentException if the minutes are out of range
     */
    public FollowRules {
        on = Set.copyOf(on);
        if (partialMinutes < LEAST_MINUTES || partialMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException(partialMinutes + " minutes");
        }
    }

    public boolean has(FollowRule rule) {
        return on.contains(rule);
    }

    /** The same with a rule switched. */
    public FollowRules with(FollowRule rule, boolean wanted) {
        Set<FollowRule> changed = EnumSet.noneOf(FollowRule.class);
        changed.addAll(on);
        if (wanted) {
            changed.add(rule);
        } else {
            changed.remove(rule);
        }
        return new FollowRules(changed, partialMinutes);
    }

    /** The same with other patience for what is partial. */
    public FollowRules within(int minutes) {
        return new FollowRules(on, minutes);
    }
}
