package org.outturn.sample;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an object carries beside its bytes.
 *
 * @param headers by lower-case name, as a GET answers them: {@code content-type}, {@code
 *     cache-control}, {@code x-amz-meta-...}, {@code x-amz-storage-class} and the like
 * @param tags at most ten; not part of any GET answer but their count
 */
public record ObjectAttributes(Map<String, String> headers, Map<String, String> tags) {
    static final String STORAGE_CLASS = "x-amz-storage-class";
    static final String METADATA = "x-amz-meta-";

    /** What S3 answers for an object put without a type, as several producers do. */
    public static final ObjectAttributes UNTYPED = of("binary/octet-stream");

    public ObjectAttributes {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public static ObjectAttributes of(String contentType) {
        return new ObjectAttributes(Map.of("content-type", contentType), Map.of());
    }

    /** These attributes with one standard header set, for instance {@code Cache-Control}. */
    public ObjectAttributes withHeader(String name, String value) {
        return new ObjectAttributes(with(headers, name.toLowerCase(Locale.ROOT), value), tags);
    }

    /**
     * These attributes with one entry of user metadata.
     *
     * @param name without {@code x-amz-meta-}
     * @param value US-ASCII, as HTTP headers are
     */
    public ObjectAttributes withMetadata(String name, String value) {
        return withHeader(METADATA + name, value);
    }

    /** These attributes in a storage class, for instance {@code STANDARD_IA}. */
    public ObjectAttributes withStorageClass(String storageClass) {
        return withHeader(STORAGE_CLASS, storageClass);
    }

    /** These attributes with one tag more. */
    public ObjectAttributes withTag(String key, String value) {
        return new ObjectAttributes(headers, with(tags, key, value));
    }

    ObjectAttributes withTags(Map<String, String> other) {
        return new ObjectAttributes(headers, other);
    }

    String storageClass() {
        return headers.getOrDefault(STORAGE_CLASS, "STANDARD");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var copy = new TreeMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
