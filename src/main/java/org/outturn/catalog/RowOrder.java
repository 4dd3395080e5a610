package org.outturn.catalog;

/**
 * How rows are sorted. Folders come first in every order but {@link Column#LISTED}, in both
 * directions; rows that are equal in the column stay in the order of the listing.
 */
public record RowOrder(Column column, boolean ascending) {
    /** As the server lists them: by the keys' bytes. New rows only ever come at the end. */
    public static final RowOrder LISTED = new RowOrder(Column.LISTED, true);

    /** By name in natural order. */
    public static final RowOrder BY_NAME = new RowOrder(Column.NAME, true);

    /** What rows are sorted by. */
    public enum Column {
        /** The order of the listing. */
        LISTED,
        /** Without regard to case, numbers by their value: {@code page2} before {@code page10}. */
        NAME,
        /** By size; folders among themselves as listed. */
        SIZE,
        /** By time; folders among themselves as listed. */
        MODIFIED,
        /** By the storage class's name. */
        STORAGE_CLASS
    }

    /** Whether a batch of new rows can be added at the end without sorting again. */
    public boolean appends() {
        return column == Column.LISTED && ascending;
    }
}
