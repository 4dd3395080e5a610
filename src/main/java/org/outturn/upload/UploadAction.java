package org.outturn.upload;

/** What a plan does with one local file. */
public enum UploadAction {
    /** Stores an object where the plan saw none. */
    CREATE,
    /** Stores an object in place of the one that is there. */
    REPLACE,
    /** Leaves the file out, because nothing needs to be done. */
    SKIP,
    /** Leaves the file out, because it cannot be stored. */
    REFUSE
}
