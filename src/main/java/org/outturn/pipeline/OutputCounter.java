package org.outturn.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts outputs while the keys of a bucket go by. Keys have to come in key order, as listings give
 * them: then the keys of one output follow one another, and the last output of each place is all
 * that has to be kept. In another order an output may count more than once.
 *
 * <p>Memory is bounded by {@link #MAX_PLACES} whatever the bucket holds. Not safe for use by
 * several threads at once.
 */
public final class OutputCounter {
    /** So many places are told apart; a bucket of the five producers has about a dozen. */
    public static final int MAX_PLACES = 1_000;

    private final Map<OutputPlace, PlaceTally> tallies = new HashMap<>();
    private long objects;
    private long bytes;
    private boolean placesLeftOut;

    /**
     * Counts one object.
     *
     * @param size in bytes
     */
    public void add(String key, long size, Instant modified) {
        objects++;
        bytes += size;
        Optional<Recognised> recognised = OutputPlaces.of(key);
        if (recognised.isEmpty()) {
            return;
        }
        OutputPlace place = recognised.get().place();
        PlaceTally tally = tallies.get(place);
        if (tally == null) {
            if (tallies.size() == MAX_PLACES) {
                placesLeftOut = true;
                return;
            }
            tally = new PlaceTally(place);
            tallies.put(place, tally);
        }
        tally.add(recognised.get().output(), key, size, modified);
    }

    /** What was counted so far. */
    public OutputCounts counts() {
        List<PlaceCount> places = new ArrayList<>(tallies.size());
        tallies.values().forEach(tally -> places.add(tally.count()));
        places.sort(
                Comparator.comparing((PlaceCount count) -> count.place().kind())
                        .thenComparing(count -> count.place().prefix()));
        return new OutputCounts(places, objects, bytes, placesLeftOut);
    }
}
