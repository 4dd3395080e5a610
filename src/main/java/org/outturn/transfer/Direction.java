package org.outturn.transfer;

/** Which way the bytes go. */
public enum Direction {
    /** From a local file to an object. */
    UPLOAD,
    /** From an object to a local file. */
    DOWNLOAD
}
