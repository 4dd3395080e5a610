package org.outturn.rearrange;

/** What becomes of an object whose key is taken at the target. */
public enum TakenKeyPolicy {
    /** It gets a number. */
    KEEP_BOTH,
    /** It stays where it is. */
    SKIP,
    /** It takes the place of what is there. */
    REPLACE
}
