package org.outturn.storage;

/**
 * How an object is stored, apart from its content.
 *
 * @param storageClass as S3 names it, for instance {@code STANDARD_IA}; empty for the server's own
 *     choice
 * @param tags set together with the object
 */
public record StoreOptions(String storageClass, Encryption encryption, ObjectTags tags) {
    /** Everything as the server chooses. */
    public static final StoreOptions DEFAULTS =
            new StoreOptions("", new Encryption.BucketDefault(), ObjectTags.NONE);
}
