package org.outturn.rearrange;

/** What is asked for. */
public enum RearrangeKind {
    /** The source stays. */
    COPY,
    /** The source goes when its copy is there: moving to another place or to another name. */
    MOVE,
    /** The source goes. */
    DELETE
}
