package org.outturn.ui.browser;

import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingTable;

/**
 * What the status line says of a place.
 *
 * @param bytes the size of the objects
 * @param shown how many rows pass the filter
 */
public record ListingState(
        Completeness completeness, int folders, int objects, long bytes, int shown) {

    static ListingState of(Feed.Now now, int shown) {
        ListingTable table = now.table();
        return table == null
                ? new ListingState(now.completeness(), 0, 0, 0, 0)
                : new ListingState(
                        now.completeness(), table.folders(), table.objects(), table.bytes(), shown);
    }

    public boolean running() {
        return completeness instanceof Completeness.Running;
    }

    int rows() {
        return folders + objects;
    }
}
