package org.outturn.connection;

/** The colour that a connection is known by, so that nobody takes one for the other. */
public enum Mark {
    /** No colour. */
    NONE,
    /** For production: where a mistake costs most. */
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE
}
