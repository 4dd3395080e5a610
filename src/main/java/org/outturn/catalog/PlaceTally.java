package org.outturn.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.outturn.pipeline.OutputCounts;
import org.outturn.pipeline.OutputPlace;
import org.outturn.pipeline.PlaceCount;

/** Counts outputs by their places. */
final class PlaceTally {
    /** So many places are told apart; a bucket of the five producers has about a dozen. */
    static final int MAX_PLACES = 1_000;

    private final Map<OutputPlace, PlaceCount> counts = new HashMap<>();
    private boolean placesLeftOut;

    void add(OutputBuilder output) {
        var place = new OutputPlace(output.form().kind(), output.place());
        PlaceCount before = counts.get(place);
        if (before == null) {
            if (counts.size() == MAX_PLACES) {
                placesLeftOut = true;
                return;
            }
            before = new PlaceCount(place, 0, 0, 0, Instant.MIN);
        }
        counts.put(
                place,
                new PlaceCount(
                        place,
                        before.outputs() + 1,
                        before.objects() + output.files(),
                        before.bytes() + output.bytes(),
                        output.newest().isAfter(before.newest())
                                ? output.newest()
                                : before.newest()));
    }

    OutputCounts counts(long objects, long bytes) {
        List<PlaceCount> places = new ArrayList<>(counts.values());
        places.sort(
                Comparator.comparing((PlaceCount count) -> count.place().kind())
                        .thenComparing(count -> count.place().prefix()));
        return new OutputCounts(places, objects, bytes, placesLeftOut);
    }
}
