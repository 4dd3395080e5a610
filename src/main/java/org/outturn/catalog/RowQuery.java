package org.outturn.catalog;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.outturn.storage.Cancellation;

/**
 * Which rows of a table to show, and in which order. The answer is an array of row numbers, to be
 * put before the table in one go.
 *
 * @param filter words that a row's name must all hold, in any order, without regard to case; names
 *     and words are compared in their composed form (NFC). Blank for all rows
 */
public record RowQuery(RowOrder order, String filter) {
    /** Every row, in the order of the listing. */
    public static final RowQuery ALL = new RowQuery(RowOrder.LISTED, "");

    /**
     * The rows that the table has now. Blocks, for about a second at a million rows: not for the
     * JavaFX thread. May use the common pool.
     *
     * @throws CancellationException when cancelled
     */
    public int[] rows(ListingTable table, Cancellation cancellation) {
        CancelFlag flag = new CancelFlag(cancellation);
        RowSnapshot rows = table.snapshot();
        int[] passing = passing(table, rows, 0, rows.size(), flag);
        return switch (order.column()) {
            case LISTED -> order.ascending() ? passing : reversed(passing);
            case NAME, SIZE, MODIFIED, STORAGE_CLASS ->
                    new RowSorter(table, rows, order, flag).sorted(passing);
        };
    }

    /**
     * Those of the new rows that pass, to be added after what {@link #rows} gave before.
     *
     * @param from the first new row
     * @param to one more than the last
     * @throws IllegalStateException if the order does not append
     * @throws IndexOutOfBoundsException if the table does not have these rows
     * @throws CancellationException when cancelled
     */
    public int[] added(ListingTable table, int from, int to, Cancellation cancellation) {
        if (!order.appends()) {
            throw new IllegalStateException("new rows go anywhere in this order");
        }
        RowSnapshot rows = table.snapshot();
        Objects.checkFromToIndex(from, to, rows.size());
        return passing(table, rows, from, to, new CancelFlag(cancellation));
    }

    private int[] passing(ListingTable table, RowSnapshot rows, int from, int to, CancelFlag flag) {
        int[] passing = new int[to - from];
        NameFilter words = new NameFilter(filter);
        if (words.passesAll()) {
            Arrays.setAll(passing, i -> from + i);
            return passing;
        }
        int count = 0;
        RowNames names = new RowNames(table, rows);
        for (int row = from; row < to; row++) {
            flag.check();
            names.moveTo(row);
            if (words.passes(names.utf8(), names.start(), names.end())) {
                passing[count++] = row;
            }
        }
        return Arrays.copyOf(passing, count);
    }

    private static int[] reversed(int[] rows) {
        int[] reversed = new int[rows.length];
        Arrays.setAll(reversed, i -> rows[rows.length - 1 - i]);
        return reversed;
    }
}
