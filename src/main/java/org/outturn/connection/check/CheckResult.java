package org.outturn.connection.check;

import java.time.Duration;

/**
 * How a step stands.
 *
 * @param took how long it took; zero while it runs, and when it was not tried
 */
public record CheckResult(CheckStep step, State state, Duration took, CheckFinding finding) {

    /** How a step stands. */
    public enum State {
        RUNNING,
        PASSED,
        /** Good enough, but there is something to know. */
        WARNED,
        FAILED,
        /** Not tried. */
        SKIPPED;

        /** The key of the word for it. */
        public String messageKey() {
            return "check.state." + name();
        }
    }
}
