package org.outturn.storage;

/**
 * One object to be copied by the server itself, whole: content, metadata and tags.
 *
 * @param source what is copied
 * @param bytes the source's size, as listed
 * @param etag the source's ETag, as listed; what has changed since is not copied but fails with
 *     {@link org.outturn.failure.Failure.Conflict}; empty to copy whatever is there
 * @param target another address
 * @param onlyIfAbsent as in {@link UploadRequest}
 */
public record CopyRequest(
        ObjectAddress source,
        long bytes,
        String etag,
        ObjectAddress target,
        boolean onlyIfAbsent) {}
