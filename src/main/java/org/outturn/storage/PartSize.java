package org.outturn.storage;

/** The one rule by which this program cuts files into the parts of a multipart upload. */
public final class PartSize {
    /** Files above this size go in parts, and no part but the last is smaller: 8 MiB. */
    public static final long SMALLEST = 8L << 20;

    /** The most parts that S3 allows (S3 user guide, "Multipart upload limits"). */
    public static final int MOST_PARTS = 10_000;

    private PartSize() {}

    /**
     * The size of every part of a file but the last, in bytes.
     *
     * @param fileBytes 0 or more
     */
    public static long of(long fileBytes) {
        return Math.max(SMALLEST, Math.ceilDiv(fileBytes, MOST_PARTS));
    }
}
