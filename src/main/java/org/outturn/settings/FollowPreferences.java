package org.outturn.settings;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How buckets are followed. Values out of range are for the reader to deal with.
 *
 * @param on whether the open bucket is followed
 * @param seconds between two looks; 0 for the usual
 * @param quiet names of rules that are off
 * @param partialMinutes how long an output may be partial; 0 for the usual
 */
public record FollowPreferences(boolean on, int seconds, Set<String> quiet, int partialMinutes) {
    /** The operator chose nothing. */
    public static final FollowPreferences NONE = new FollowPreferences(false, 0, Set.of(), 0);

    /** What a file leaves out is as usual. */
    public FollowPreferences(
            boolean on, int seconds, @Nullable Set<String> quiet, int partialMinutes) {
        this.on = on;
        this.seconds = seconds;
        this.quiet = Set.copyOf(Objects.requireNonNullElse(quiet, Set.of()));
        this.partialMinutes = partialMinutes;
    }
}
