package org.outturn.storage;

import java.util.Objects;

/**
 * How an object is stored, apart from its content.
 *
 * @param storageClass as S3 names it, for instance {@code STANDARD_IA}; empty for the server's own
 *     choice
 * @param tags set together with the object
 * @param partsFrom files of this size, in bytes, and larger ones go in parts; smaller ones in one
 *     request, which begins anew when it breaks off. From {@link PartSize#SMALLEST} to {@link
 *     #MOST_WHOLE}
 * @param contentEncoding the Content-Encoding to store, which says what has to be undone before the
 *     bytes are of the Content-Type (RFC 9110, section 8.4); empty for none, else {@value #GZIP}.
 *     Whoever makes a request for a store brings the bytes in that form
 */
public record StoreOptions(
        String storageClass,
        Encryption encryption,
        ObjectTags tags,
        long partsFrom,
        String contentEncoding) {
    /** Compressed with gzip (RFC 1952). */
    public static final String GZIP = "gzip";

    /** What S3 takes in one request, in bytes: 5 GiB (S3 API reference, PutObject). */
    public static final long MOST_WHOLE = 5L << 30;

    /** Everything as the server chooses. */
    public static final StoreOptions DEFAULTS =
            new StoreOptions("", new Encryption.BucketDefault(), ObjectTags.NONE);

    /**
     * @throws IllegalArgumentException if {@code partsFrom} is out of range or the encoding is
     *     another
     */
    public StoreOptions {
        // a journal of an earlier version says nothing
        contentEncoding = Objects.requireNonNullElse(contentEncoding, "");
        if (!contentEncoding.isEmpty() && !contentEncoding.equals(GZIP)) {
            throw new IllegalArgumentException("no encoding that is known: " + contentEncoding);
        }
        if (partsFrom < PartSize.SMALLEST || partsFrom > MOST_WHOLE) {
            throw new IllegalArgumentException("no size to begin parts at: " + partsFrom);
        }
    }

    /** In parts as soon as there can be more than one. */
    public StoreOptions(String storageClass, Encryption encryption, ObjectTags tags) {
        this(storageClass, encryption, tags, PartSize.SMALLEST, "");
    }

    public StoreOptions withPartsFrom(long bytes) {
        return new StoreOptions(storageClass, encryption, tags, bytes, contentEncoding);
    }

    public StoreOptions withTags(ObjectTags others) {
        return new StoreOptions(storageClass, encryption, others, partsFrom, contentEncoding);
    }

    /**
     * @throws IllegalArgumentException if it is neither empty nor {@value #GZIP}
     */
    public StoreOptions withContentEncoding(String encoding) {
        return new StoreOptions(storageClass, encryption, tags, partsFrom, encoding);
    }
}
