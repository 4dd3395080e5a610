package org.outturn.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Sorts row numbers. What is compared is made once for each row and not in each comparison, and
 * sorted in an array of its own; the sort is stable, so equal rows stay as listed.
 */
final class RowSorter {
    private static final byte[] NO_NAME = {};

    private final RowNames names;
    private final RowOrder order;
    private final CancelFlag flag;
    private final List<String> classes;

    RowSorter(ListingTable table, RowSnapshot rows, RowOrder order, CancelFlag flag) {
        this.names = new RowNames(table, rows);
        this.order = order;
        this.flag = flag;
        this.classes = order.column() == RowOrder.Column.STORAGE_CLASS ? classes(rows) : List.of();
    }

    int[] sorted(int[] rows) {
        int folders = 0;
        for (int row : rows) {
            names.moveTo(row);
            folders += names.isFolder() ? 1 : 0;
        }
        Item[] first = new Item[folders];
        Item[] then = new Item[rows.length - folders];
        int folder = 0;
        int object = 0;
        for (int row : rows) {
            flag.check();
            names.moveTo(row);
            if (names.isFolder()) {
                first[folder++] = item(row);
            } else {
                then[object++] = item(row);
            }
        }
        sort(first);
        sort(then);
        int[] sorted = new int[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i < folders ? first[i].row : then[i - folders].row;
        }
        return sorted;
    }

    private void sort(Item[] items) {
        Comparator<Item> values =
                order.column() == RowOrder.Column.NAME
                        ? (a, b) -> Arrays.compareUnsigned(a.name, b.name)
                        : (a, b) -> Long.compare(a.value, b.value);
        Comparator<Item> directed = order.ascending() ? values : values.reversed();
        Arrays.parallelSort(
                items,
                (a, b) -> {
                    flag.check();
                    return directed.compare(a, b);
                });
    }

    /** Folders have no size, time or class: one value for all keeps them as listed. */
    private Item item(int row) {
        return switch (order.column()) {
            case NAME ->
                    new Item(row, 0, NameFold.forSort(names.utf8(), names.start(), names.end()));
            case SIZE -> new Item(row, names.size(), NO_NAME);
            case MODIFIED -> new Item(row, names.modified(), NO_NAME);
            case STORAGE_CLASS -> new Item(row, classes.indexOf(names.storageClass()), NO_NAME);
            case LISTED -> new Item(row, row, NO_NAME);
        };
    }

    private static List<String> classes(RowSnapshot rows) {
        TreeSet<String> classes = new TreeSet<>();
        for (int block = 0; block < rows.blockCount(); block++) {
            for (int row = 0; row < rows.blocks()[block].rows(); row++) {
                classes.add(rows.blocks()[block].storageClass(row));
            }
        }
        return new ArrayList<>(classes);
    }

    private record Item(int row, long value, byte[] name) {}
}
