package org.outturn.ui.browser;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.ListingTable;

/**
 * What the table shows: rows of the catalog in the order that was worked out elsewhere. Rows are
 * made when they are looked at, and a new order is swapped in at once, because JavaFX's own sorted
 * list takes minutes over many rows.
 */
final class RowList extends ObservableListBase<ListingRow> {

    /**
     * Rows of a table in an order.
     *
     * @param table nothing when there are no rows
     * @param order row numbers of the table; not changed by anybody
     */
    record Rows(@Nullable ListingTable table, int[] order) {
        static final Rows NONE = new Rows(null, new int[0]);

        ListingRow row(int index) {
            return Objects.requireNonNull(table).row(order[index]);
        }

        boolean startsWith(Rows other) {
            return table == other.table
                    && order.length >= other.order.length
                    && Arrays.equals(
                            order, 0, other.order.length, other.order, 0, other.order.length);
        }
    }

    private Rows rows = Rows.NONE;

    @Override
    public ListingRow get(int index) {
        return rows.row(index);
    }

    @Override
    public int size() {
        return rows.order().length;
    }

    /** Shows other rows, or the same ones in another order. */
    void swap(Rows next) {
        Rows before = rows;
        boolean grown = next.startsWith(before);
        if (grown && next.order().length == before.order().length) {
            return;
        }
        beginChange();
        rows = next;
        if (grown) {
            nextAdd(before.order().length, next.order().length);
        } else {
            nextReplace(0, next.order().length, view(before));
        }
        endChange();
    }

    private static List<ListingRow> view(Rows rows) {
        return new AbstractList<>() {
            @Override
            public ListingRow get(int index) {
                return rows.row(index);
            }

            @Override
            public int size() {
                return rows.order().length;
            }
        };
    }
}
