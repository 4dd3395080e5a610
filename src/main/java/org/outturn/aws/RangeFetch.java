package org.outturn.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A range to ask for (RFC 9110, section 14).
 *
 * @param start the first byte
 * @param end the byte after the last one; greater than {@code start}
 */
record RangeFetch(long start, long end) {

    /** The value of the Range header. */
    String header() {
        return "bytes=" + start + "-" + (end - 1);
    }

    /** Whether the answer holds this range and not, from a server that knows none, everything. */
    boolean isIn(GetObjectResponse answer) {
        @Nullable String given = answer.contentRange();
        Long length = answer.contentLength();
        return given != null
                && given.startsWith("bytes " + start + "-" + (end - 1) + "/")
                && (length == null || length == end - start);
    }
}
