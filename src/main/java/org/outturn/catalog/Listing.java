package org.outturn.catalog;

/** A listing under way, or over. Safe for use by many threads. */
public interface Listing {

    /** Who this is, for instance {@code list s3://bucket/prefix/}; also its thread's name. */
    String name();

    /** How far it is. */
    Completeness completeness();

    /**
     * Stops it. When this returns no listener call is running on another thread and none will
     * follow, {@code ended} neither; {@link #completeness()} is {@link Completeness.Partial} then
     * unless the listing was over already. Waits for a listener call that is running, which takes
     * no time because listeners return at once; the request itself ends in the background. May be
     * called on the JavaFX thread, by the listener itself, and more than once.
     */
    void cancel();
}
