package org.outturn.upload;

/** What an upload does where there is an object of the same key already. */
public enum OverwritePolicy {
    /** Replaces objects that differ, leaves out files whose object is the same: the default. */
    REPLACE_DIFFERENT,
    /** Leaves out every file whose key is taken. */
    SKIP_EXISTING,
    /** Stores every file, whatever is there. */
    REPLACE_ALL,
    /** Stores a file whose key is taken under {@code name (2).ext}, or the next free number. */
    KEEP_BOTH,
    /** Leaves files that differ out until the operator has said, file by file, what to do. */
    ASK
}
