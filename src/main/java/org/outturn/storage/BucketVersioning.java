package org.outturn.storage;

/** What a bucket does with older versions of its objects (S3 API, GetBucketVersioning). */
public enum BucketVersioning {
    /** It never kept any. */
    OFF,
    /** What is replaced or deleted stays as an older version. */
    ENABLED,
    /**
     * It has kept versions, which are there still; what is stored since has the version id {@code
     * null} and replaces what has it too.
     */
    SUSPENDED;

    /** Whether there may be older versions. */
    public boolean hasVersions() {
        return this != OFF;
    }
}
