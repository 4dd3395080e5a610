package org.outturn.storage;

/** Told how far one transfer has come. Called often and from any thread: it returns at once. */
@FunctionalInterface
public interface ProgressListener {
    /** Nobody wants to know. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * @param done bytes so far; goes back when a part is tried again
     * @param total bytes in all, -1 while unknown
     */
    void transferred(long done, long total);
}
