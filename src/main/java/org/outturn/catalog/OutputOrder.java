package org.outturn.catalog;

/** What outputs are sorted by. */
public record OutputOrder(Column column, boolean ascending) {
    /** The newest first. */
    public static final OutputOrder NEWEST = new OutputOrder(Column.PRODUCED, false);

    /** A column of the table. */
    public enum Column {
        NAME,
        STATUS,
        PRODUCED,
        FILES,
        SIZE,
        USER,
        EXPIRES,
        TAGS
    }
}
