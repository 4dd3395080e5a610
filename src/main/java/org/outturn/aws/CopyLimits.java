package org.outturn.aws;

import org.outturn.storage.CopyRequest;

/**
 * From which size on the server copies an object in parts, and how.
 *
 * @param wholeBytes the largest object that goes in one request
 * @param partBytes the least size of a part, at least 5 MiB (S3 user guide, "Amazon S3 multipart
 *     upload limits")
 * @param partsInFlight parts of one object that are copied at the same time
 */
record CopyLimits(long wholeBytes, long partBytes, int partsInFlight) {
    private static final long MOST_PARTS = 10_000;
    private static final long MIB = 1L << 20;

    /** A part has to be copied within {@link Limits#WORK_SILENCE} by a server that says nothing. */
    static final CopyLimits DEFAULTS =
            new CopyLimits(CopyRequest.MAX_WHOLE_BYTES, 256 * MIB, Limits.PARTS_IN_FLIGHT);

    /** The size of each part but the last, whole MiB, so that there are 10,000 at most. */
    long partBytes(long bytes) {
        long least = Math.ceilDiv(bytes, MOST_PARTS);
        return Math.max(partBytes, Math.ceilDiv(least, MIB) * MIB);
    }
}
