package org.outturn.download;

/** What a download does where there is a local file of the same name already. */
public enum ExistingFilePolicy {
    /** Writes {@code name (2).ext}, or the next free number: the default. */
    KEEP_BOTH,
    /** Leaves the object out. */
    SKIP,
    /** Replaces the local file once the object is whole. */
    REPLACE,
    /** The same, but leaves out what is known to have the same content already. */
    REPLACE_DIFFERENT,
    /** Leaves the object out until the operator has said, file by file, what to do. */
    ASK
}
