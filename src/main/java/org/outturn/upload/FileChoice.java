package org.outturn.upload;

/** What the operator wants with one file of a plan, whatever the plan's policy says. */
public enum FileChoice {
    /** Store it, in place of what is there. */
    STORE,
    /** Leave it out. */
    SKIP,
    /** Store it under a number of its own, beside what is there. */
    KEEP_BOTH
}
