package org.outturn.download;

/** What a plan does with one object. */
public enum DownloadAction {
    /** Writes a file where there is none. */
    CREATE,
    /** Writes a file in place of the one that is there. */
    REPLACE,
    /** Makes a folder: the object is an empty one whose key ends in {@code /}. */
    FOLDER,
    /** Leaves the object out, because nothing needs to be done. */
    SKIP,
    /** Leaves the object out, because no file of this system can hold its name. */
    REFUSE
}
