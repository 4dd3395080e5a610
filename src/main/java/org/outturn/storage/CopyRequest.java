package org.outturn.storage;

/**
 * One object to be copied by the server itself, whole: content, content type and the like,
 * metadata, tags, storage class. Who may read it and how it is encrypted are as at the target.
 *
 * @param source what is copied
 * @param bytes the source's size, as listed
 * @param etag the source's ETag, as listed; what has changed since is not copied but fails with
 *     {@link org.outturn.failure.Failure.Conflict}; empty to copy whatever is there
 * @param storageClass the source's storage class, as listed; empty for the server's own choice
 * @param target another address
 * @param onlyIfAbsent as in {@link UploadRequest}
 */
public record CopyRequest(
        ObjectAddress source,
        long bytes,
        String etag,
        String storageClass,
        ObjectAddress target,
        boolean onlyIfAbsent) {
    /**
     * The largest object that is copied by one request, in bytes (S3 API reference, CopyObject).
     */
    public static final long MAX_WHOLE_BYTES = 5L << 30;

    /**
     * @throws IllegalArgumentException if the target is the source
     */
    public CopyRequest {
        if (source.equals(target)) {
            throw new IllegalArgumentException("an object is not copied onto itself");
        }
    }
}
