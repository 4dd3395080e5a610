package org.outturn.storage;

/**
 * How an object is stored, apart from its content.
 *
 * @param storageClass as S3 names it, for instance {@code STANDARD_IA}; empty for the server's own
 *     choice
 * @param tags set together with the object
 * @param partsFrom files of this size, in bytes, and larger ones go in parts; smaller ones in one
 *     request, which begins anew when it breaks off. From {@link PartSize#SMALLEST} to {@link
 *     #MOST_WHOLE}
 */
public record StoreOptions(
        String storageClass, Encryption encryption, ObjectTags tags, long partsFrom) {
    /** What S3 takes in one request, in bytes: 5 GiB (S3 API reference, PutObject). */
    public static final long MOST_WHOLE = 5L << 30;

    /** Everything as the server chooses. */
    public static final StoreOptions DEFAULTS =
            new StoreOptions("", new Encryption.BucketDefault(), ObjectTags.NONE);

    /**
     * @throws IllegalArgumentException if {@code partsFrom} is out of range
     */
    public StoreOptions {
        if (partsFrom < PartSize.SMALLEST || partsFrom > MOST_WHOLE) {
            throw new IllegalArgumentException("no size to begin parts at: " + partsFrom);
        }
    }

    /** In parts as soon as there can be more than one. */
    public StoreOptions(String storageClass, Encryption encryption, ObjectTags tags) {
        this(storageClass, encryption, tags, PartSize.SMALLEST);
    }

    public StoreOptions withPartsFrom(long bytes) {
        return new StoreOptions(storageClass, encryption, tags, bytes);
    }
}
