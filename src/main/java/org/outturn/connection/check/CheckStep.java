package org.outturn.connection.check;

/** The steps of the test, in their order. */
public enum CheckStep {
    /** The host's name is known and somebody answers there. */
    REACH,
    /** The line is encrypted, and the server is who it should be. */
    ENCRYPT,
    /** The keys are accepted, and the clocks agree. */
    SIGN,
    /** Buckets, or the place that the connection is for, can be listed. */
    LIST,
    /** An object can be read. */
    READ;

    /** The key of its name. */
    public String messageKey() {
        return "check.step." + name();
    }
}
