package org.outturn.ui.outputs;

import org.outturn.follow.FollowChoice;

/** Remembers from one start to the next how buckets are followed. Used on the JavaFX thread. */
public interface FollowMemory {

    FollowChoice choice();

    void keep(FollowChoice choice);
}
