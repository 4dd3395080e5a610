package org.outturn.sample;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an object.
 *
 * @param first its first byte, counted from 0
 * @param length bytes
 * @param total bytes of the object
 */
record ByteRange(long first, long length, long total) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a Range header (RFC 9110, section 14.2).
     *
     * @return null when it asks for something that S3 ignores: several ranges, other units
     * @throws S3Error 416 when the object has no such byte
     */
    static @Nullable ByteRange parse(String header, long total) {
        Matcher range = SINGLE.matcher(header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return null;
        }
        if (range.group(1).isEmpty()) {
            long length = Math.min(Long.parseLong(range.group(2)), total);
            return satisfiable(header, total - length, length, total);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? total - 1 : Long.parseLong(range.group(2));
        if (!range.group(2).isEmpty() && last < first) {
            return null;
        }
        return satisfiable(header, first, Math.min(last, total - 1) - first + 1, total);
    }

    private static ByteRange satisfiable(String header, long first, long length, long total) {
        if (first >= total || length <= 0) {
            throw new S3Error(416, "InvalidRange", "The requested range is not satisfiable")
                    .detail("RangeRequested", header)
                    .detail("ActualObjectSize", Long.toString(total))
                    .header("Content-Range", "bytes */" + total);
        }
        return new ByteRange(first, length, total);
    }

    /** As the Content-Range header says it. */
    String contentRange() {
        return "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
}
