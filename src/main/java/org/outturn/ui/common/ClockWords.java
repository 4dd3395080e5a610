package org.outturn.ui.common;

import java.time.Duration;

/** How far two clocks are apart, in words. */
public final class ClockWords {
    private ClockWords() {}

    /**
     * A length of time as people say it, for instance {@code 17 minutes}.
     *
     * @param difference its sign does not matter
     */
    public static String of(Duration difference, Messages messages) {
        long seconds = difference.abs().toSeconds();
        if (seconds < 90) {
            return messages.text("clock.seconds", seconds);
        }
        if (seconds < 2 * 3_600) {
            return messages.text("clock.minutes", (seconds + 30) / 60);
        }
        if (seconds < 2 * 86_400) {
            return messages.text("clock.hours", (seconds + 1_800) / 3_600);
        }
        return messages.text("clock.days", (seconds + 43_200) / 86_400);
    }
}
