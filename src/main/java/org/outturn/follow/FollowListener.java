package org.outturn.follow;

/**
 * Told about the following of one bucket, on its virtual thread, one call at a time. Every method
 * returns soon and never waits for another thread.
 */
public interface FollowListener {

    /** A look has succeeded. */
    void looked(Look look);

    /** A look begins, or has ended; called after {@link #looked}. */
    void changed(FollowState state);
}
