package org.outturn.settings;

import java.util.Map;
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
 * @param places of connections and their buckets: which prefix alone is followed
 */
public record FollowPreferences(
        boolean on,
        int seconds,
        Set<String> quiet,
        int partialMinutes,
        Map<String, Map<String, String>> places) {
    /** The operator chose nothing. */
    public static final FollowPreferences NONE =
            new FollowPreferences(false, 0, Set.of(), 0, Map.of());

    /** What a file leaves out is as usual. */
    public FollowPreferences(
            boolean on,
            int seconds,
            @Nullable Set<String> quiet,
            int partialMinutes,
            @Nullable Map<String, Map<String, String>> places) {
        this.on = on;
        this.seconds = seconds;
        this.quiet = Set.copyOf(Objects.requireNonNullElse(quiet, Set.of()));
        this.partialMinutes = partialMinutes;
        this.places = Map.copyOf(Objects.requireNonNullElse(places, Map.of()));
    }

    /** The same with other places. */
    public FollowPreferences withPlaces(Map<String, Map<String, String>> others) {
        return new FollowPreferences(on, seconds, quiet, partialMinutes, others);
    }
}
