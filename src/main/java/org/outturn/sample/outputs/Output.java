package org.outturn.sample.outputs;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One object as its producer would have stored it.
 *
 * @param bytes its content; may be shared with other outputs, so not to be changed
 * @param onePart whether the client uploads even a small file in (one) part
 * @param contentType {@code binary/octet-stream} when the producer sets none
 * @param headers further headers by lower-case name: encryption, encoding, storage class
 * @param metadata user metadata, names without {@code x-amz-meta-}, values US-ASCII
 * @param modified when it was stored
 */
public record Output(
        String bucket,
        String key,
        byte[] bytes,
        boolean onePart,
        String contentType,
        Map<String, String> headers,
        Map<String, String> metadata,
        Map<String, String> tags,
        Instant modified) {

    /** What S3 says of an object stored without a type. */
    static final String UNTYPED = "binary/octet-stream";

    public Output {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    static Output of(String bucket, String key, byte[] bytes, String contentType, Instant when) {
        return new Output(
                bucket, key, bytes, false, contentType, Map.of(), Map.of(), Map.of(), when);
    }

    Output inOnePart() {
        return new Output(bucket, key, bytes, true, contentType, headers, metadata, tags, modified);
    }

    Output withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Output(bucket, key, bytes, onePart, contentType, more, metadata, tags, modified);
    }

    /** With this metadata, instead of what it had. */
    Output withMetadata(Map<String, String> other) {
        return new Output(bucket, key, bytes, onePart, contentType, headers, other, tags, modified);
    }

    /** With these tags, instead of what it had. */
    Output withTags(Map<String, String> other) {
        return new Output(
                bucket, key, bytes, onePart, contentType, headers, metadata, other, modified);
    }
}
