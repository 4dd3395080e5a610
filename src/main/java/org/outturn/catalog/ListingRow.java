package org.outturn.catalog;

import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/**
 * One row of a {@link ListingTable}, taken out for showing it.
 *
 * @param bucket the bucket it is in
 * @param key the object's key, or the common prefix with its slash
 * @param name what the key adds to the listed prefix, as it is, control characters too. Names of
 *     folders and placeholders end in a slash, so none is empty: a folder between two slashes is
 *     {@code /}, a placeholder has the last segment of its prefix
 * @param size in bytes; -1 for a folder
 * @param modifiedMillis milliseconds since 1970 UTC by the server's clock; {@link
 *     ListingTable#NO_TIME} for a folder
 * @param storageClass as the server names it; empty for a folder or when the server does not say
 */
public record ListingRow(
        RowKind kind,
        String bucket,
        String key,
        String name,
        long size,
        long modifiedMillis,
        String storageClass) {

    public boolean isFolder() {
        return kind == RowKind.FOLDER;
    }

    /**
     * The object's address.
     *
     * @throws IllegalStateException if this is a folder
     */
    public ObjectAddress address() {
        if (isFolder()) {
            throw new IllegalStateException("a folder is not an object");
        }
        return new ObjectAddress(bucket, key);
    }

    /** The folder as a prefix, or the object's key as one. */
    public Prefix prefix() {
        return new Prefix(bucket, key);
    }
}
