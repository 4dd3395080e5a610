package org.outturn.upload;

import org.outturn.storage.StoreOptions;

/**
 * How a plan is made, apart from what becomes of keys that are taken.
 *
 * @param store how the objects are stored; an encoding is for JSON files only, which are compressed
 *     on their way
 * @param compareBy how files are compared with objects of the same size
 * @param emptyFolders whether a folder with nothing in it becomes an empty object whose key ends in
 *     a slash, as the S3 console makes them; else it is left out
 * @param mostBytes the largest file that whoever works on the objects will take, in bytes; {@link
 *     Long#MAX_VALUE} when there is no such limit. Larger ones go only if the operator says so
 */
public record UploadOptions(
        StoreOptions store, CompareBy compareBy, boolean emptyFolders, long mostBytes) {

    /** Stored as the server chooses, compared by size and checksum, without empty folders. */
    public static final UploadOptions DEFAULTS =
            new UploadOptions(
                    StoreOptions.DEFAULTS, CompareBy.SIZE_AND_CHECKSUM, false, Long.MAX_VALUE);

    /**
     * @throws IllegalArgumentException if not even an empty file is taken
     */
    public UploadOptions {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("a limit is 0 or more");
        }
    }

    public UploadOptions withStore(StoreOptions other) {
        return new UploadOptions(other, compareBy, emptyFolders, mostBytes);
    }

    public UploadOptions withCompareBy(CompareBy other) {
        return new UploadOptions(store, other, emptyFolders, mostBytes);
    }

    public UploadOptions withEmptyFolders(boolean kept) {
        return new UploadOptions(store, compareBy, kept, mostBytes);
    }

    public UploadOptions withMostBytes(long bytes) {
        return new UploadOptions(store, compareBy, emptyFolders, bytes);
    }
}
