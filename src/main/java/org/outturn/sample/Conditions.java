package org.outturn.sample;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The conditions that a request makes on the object it is about (RFC 9110, section 13). */
final class Conditions {
    private Conditions() {}

    /**
     * Judges a GET or HEAD, or the source of a copy.
     *
     * @param prefix empty, or {@code x-amz-copy-source-}
     * @throws S3Error 412, or 304 to a GET or HEAD
     */
    static void read(S3Request request, String prefix, StoredObject object) {
        String match = request.header(prefix + "If-Match");
        String noneMatch = request.header(prefix + "If-None-Match");
        Instant unmodified = date(request, prefix + "If-Unmodified-Since");
        Instant modified = date(request, prefix + "If-Modified-Since");
        Instant written = object.modified().truncatedTo(ChronoUnit.SECONDS);
        if (match != null && !names(match, object)) {
            throw S3Error.preconditionFailed("If-Match");
        }
        if (match == null && unmodified != null && written.isAfter(unmodified)) {
            throw S3Error.preconditionFailed("If-Unmodified-Since");
        }
        boolean known =
                noneMatch != null
                        ? names(noneMatch, object)
                        : modified != null && !written.isAfter(modified);
        if (known) {
            if (!prefix.isEmpty()) {
                throw S3Error.preconditionFailed("If-None-Match");
            }
            throw new S3Error(304, "NotModified", "Not Modified")
                    .header("ETag", "\"" + object.bytes().etag() + "\"")
                    .header("Last-Modified", S3Response.httpDate(object.modified()));
        }
    }

    /**
     * Judges a write.
     *
     * @param current what is there; null for nothing
     */
    static void write(S3Request request, @Nullable StoredObject current) {
        String match = request.header("If-Match");
        String noneMatch = request.header("If-None-Match");
        if (match != null && current == null) {
            throw S3Error.noSuchKey(request.key);
        }
        if (match != null && current != null && !names(match, current)) {
            throw S3Error.preconditionFailed("If-Match");
        }
        if (noneMatch != null && current != null && names(noneMatch, current)) {
            throw S3Error.preconditionFailed("If-None-Match");
        }
    }

    static boolean names(String etags, StoredObject object) {
        return Arrays.stream(etags.split(","))
                .map(etag -> etag.strip().replace("\"", ""))
                .anyMatch(etag -> etag.equals("*") || etag.equals(object.bytes().etag()));
    }

    /** A date that cannot be read is no condition, says the RFC. */
    private static @Nullable Instant date(S3Request request, String header) {
        String value = request.header(header);
        try {
            return value == null
                    ? null
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
