package org.outturn.ui.outputs;

import org.outturn.follow.FollowChoice;

/** Remembers from one start to the next how buckets are followed. Used on the JavaFX thread. */
public interface FollowMemory {

    FollowChoice choice();

    void keep(FollowChoice choice);

    /** The prefix of a bucket that alone is followed; empty for the whole bucket. */
    String place(String bucket);

    /**
     * @param prefix empty for the whole bucket
     */
    void keepPlace(String bucket, String prefix);
}
