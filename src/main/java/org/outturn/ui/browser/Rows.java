package org.outturn.ui.browser;

import java.time.Instant;
import java.util.List;
import org.outturn.catalog.ListingRow;
import org.outturn.download.DownloadSelection;
import org.outturn.rearrange.RearrangeSelection;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/** Rows as others want them. */
public final class Rows {
    private Rows() {}

    /** Rows of a place as a selection to be downloaded. */
    public static DownloadSelection selection(Prefix place, List<ListingRow> rows) {
        return new DownloadSelection(
                place,
                rows.stream().filter(row -> !row.isFolder()).map(Rows::entry).toList(),
                rows.stream().filter(ListingRow::isFolder).map(ListingRow::prefix).toList());
    }

    /** Rows of a place as a selection for the server to work on. */
    static RearrangeSelection rearrangement(Prefix place, List<ListingRow> rows) {
        return new RearrangeSelection(
                place,
                rows.stream().filter(row -> !row.isFolder()).map(Rows::entry).toList(),
                rows.stream().filter(ListingRow::isFolder).map(ListingRow::prefix).toList());
    }

    private static ObjectEntry entry(ListingRow row) {
        return new ObjectEntry(
                row.key(),
                row.size(),
                Instant.ofEpochMilli(row.modifiedMillis()),
                row.storageClass(),
                "");
    }
}
