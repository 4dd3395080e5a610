package org.outturn.catalog;

import java.nio.charset.StandardCharsets;

/** Walks over the names of a snapshot without making a string of each. For one thread. */
final class RowNames {
    private final RowSnapshot rows;
    private final byte[] placeholder;
    private int block = -1;
    private int row;

    RowNames(ListingTable table, RowSnapshot rows) {
        this.rows = rows;
        this.placeholder = table.placeholderName().getBytes(StandardCharsets.UTF_8);
    }

    void moveTo(int newRow) {
        boolean same =
                block >= 0
                        && newRow >= rows.starts()[block]
                        && newRow < rows.starts()[block] + rows.blocks()[block].rows();
        if (!same) {
            block = rows.blockOf(newRow);
        }
        row = newRow - rows.starts()[block];
    }

    /** The array that holds the name. */
    byte[] utf8() {
        return isPlaceholder() ? placeholder : current().tails();
    }

    int start() {
        return isPlaceholder() ? 0 : current().start(row);
    }

    int end() {
        return isPlaceholder() ? placeholder.length : current().end(row);
    }

    boolean isFolder() {
        return size() == RowBlock.FOLDER_SIZE;
    }

    long size() {
        return current().size(row);
    }

    long modified() {
        return current().modified(row);
    }

    String storageClass() {
        return current().storageClass(row);
    }

    private boolean isPlaceholder() {
        return current().start(row) == current().end(row);
    }

    private RowBlock current() {
        return rows.blocks()[block];
    }
}
