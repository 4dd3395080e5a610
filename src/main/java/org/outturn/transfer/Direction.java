package org.outturn.transfer;

/** What a transfer does: which way the bytes go, if any go at all. */
public enum Direction {
    /** From a local file to an object. */
    UPLOAD,
    /** From an object to a local file. */
    DOWNLOAD,
    /** From an object to another one, on the server. */
    COPY,
    /** As {@link #COPY}; then the first object goes. */
    MOVE,
    /** An object goes. */
    DELETE,
    /** The tags of an object change; its content stays as it is. */
    TAG
}
