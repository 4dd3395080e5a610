package org.outturn.rearrange;

/** What a plan does with one object. */
public enum RearrangeAction {
    COPY,
    /** Copies it, looks whether the copy is whole, and only then deletes the source. */
    MOVE,
    DELETE,
    /** Leaves it where it is, because the operator wants it so. */
    SKIP,
    /** Leaves it where it is, because it cannot be done. */
    REFUSE
}
