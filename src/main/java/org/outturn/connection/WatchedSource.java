package org.outturn.connection;

/** A source that says when what is written down has changed. */
public interface WatchedSource extends ConnectionSource {

    /**
     * Begins to watch. May read files; call it in the background.
     *
     * @param changed called within 2 s of a change, on a thread of the watch's own, never on the
     *     JavaFX thread; may be called when there is nothing new
     */
    Watch watch(Runnable changed);
}
