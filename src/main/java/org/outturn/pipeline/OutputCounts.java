package org.outturn.pipeline;

import java.util.List;

/**
 * What was found in a bucket, or in as much of it as was looked at. Immutable.
 *
 * @param places each place that has outputs, by kind in the order of {@link OutputKind}, then by
 *     prefix
 * @param objects all objects seen, recognised or not
 * @param bytes the sum of their sizes
 * @param placesLeftOut whether there are more places than are told apart; objects at those count in
 *     {@code objects} and {@code bytes} only
 */
public record OutputCounts(
        List<PlaceCount> places, long objects, long bytes, boolean placesLeftOut) {
    public OutputCounts {
        places = List.copyOf(places);
    }

    /** The outputs of one kind at all places; 0 when there are none. */
    public long outputs(OutputKind kind) {
        return places.stream()
                .filter(count -> count.place().kind() == kind)
                .mapToLong(PlaceCount::outputs)
                .sum();
    }
}
