package org.outturn.upload;

/** Whether a plan knows what is in the bucket. */
public enum Comparison {
    /** The target was listed. */
    KNOWN,
    /** Listing was refused; nothing is replaced unless everything is to be replaced. */
    UNKNOWN
}
