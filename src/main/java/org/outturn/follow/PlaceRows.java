package org.outturn.follow;

import org.outturn.catalog.ListingTable;
import org.outturn.storage.Prefix;

/** Finds the known rows of a place. */
final class PlaceRows {
    private PlaceRows() {}

    /**
     * The rows whose keys begin with a prefix; where there are none, the gap that such rows would
     * be put into. Of a server that lists in an order of its own all from the first to the last.
     */
    static Skip of(ListingTable known, Prefix place) {
        String prefix = place.value();
        if (prefix.isEmpty()) {
            return new Skip(0, known.size());
        }
        int from = -1;
        int to = -1;
        int gap = known.size();
        for (int row = 0; row < known.size(); row++) {
            String key = known.key(row);
            if (key.startsWith(prefix)) {
                from = from < 0 ? row : from;
                to = row + 1;
            } else if (gap == known.size() && KeyOrder.compare(key, prefix) > 0) {
                gap = row;
            }
        }
        return from < 0 ? new Skip(gap, gap) : new Skip(from, to);
    }
}
