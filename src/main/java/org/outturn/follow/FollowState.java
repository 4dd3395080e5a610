package org.outturn.follow;

import java.time.Instant;
import java.util.Optional;
import org.outturn.failure.Failure;

/**
 * How the following of a bucket goes.
 *
 * @param lastLook when a look last succeeded; empty before the first
 * @param nextLook when the next one begins; empty while one runs
 * @param failure why the last look failed; empty if it did not
 * @param failures how many have failed in a row
 */
public record FollowState(
        Optional<Instant> lastLook,
        Optional<Instant> nextLook,
        Optional<Failure> failure,
        int failures) {
    /** Before the first look. */
    public static final FollowState BEGINNING =
            new FollowState(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    FollowState looking() {
        return new FollowState(lastLook, Optional.empty(), failure, failures);
    }

    FollowState looked(Instant at, Instant next) {
        return new FollowState(Optional.of(at), Optional.of(next), Optional.empty(), 0);
    }

    FollowState failed(Failure why, Instant next) {
        return new FollowState(lastLook, Optional.of(next), Optional.of(why), failures + 1);
    }
}
