package org.outturn.download;

/** What the operator wants with one object of a plan, whatever the plan's policy says. */
public enum FileChoice {
    /** Write its file, in place of the one that is there. */
    WRITE,
    /** Leave it out. */
    SKIP,
    /** Write a file with a number, beside the one that is there. */
    KEEP_BOTH
}
