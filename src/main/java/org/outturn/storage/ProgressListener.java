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

    /**
     * The server has begun an upload in parts; the first part is sent when this returns. May be
     * called from any thread, once for each begin, and may wait for a disk.
     *
     * @throws org.outturn.failure.FailureException to give the upload up
     */
    default void begun(PartialUpload upload) {}

    /** A part of a download is safely on the disk. May be called from any thread. */
    default void saved(PartialDownload download) {}
}
