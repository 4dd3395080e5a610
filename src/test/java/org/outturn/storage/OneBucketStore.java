package org.outturn.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store of one bucket without parts, links, lifecycle, versions and archive. */
abstract class OneBucketStore implements ObjectStore {
    private final String bucket;

    OneBucketStore(String bucket) {
        this.bucket = bucket;
    }

    @Override
    public List<UnfinishedUpload> unfinishedUploads(Prefix prefix, Cancellation cancellation) {
        return List.of();
    }

    @Override
    public int partsSent(ObjectAddress target, String uploadId) {
        return 0;
    }

    @Override
    public void abort(ObjectAddress target, String uploadId) {
        throw new UnsupportedOperationException("no parts here");
    }

    @Override
    public List<BucketSummary> buckets() {
        return List.of(new BucketSummary(bucket, Optional.empty(), Optional.empty()));
    }

    @Override
    public SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName) {
        throw new UnsupportedOperationException("no links here");
    }

    @Override
    public List<LifecycleRule> lifecycle(String bucket) {
        return List.of();
    }

    @Override
    public BucketVersioning versioning(String bucket) {
        return BucketVersioning.OFF;
    }

    @Override
    public ObjectVersions versions(ObjectAddress address, int most, Cancellation cancellation) {
        throw new UnsupportedOperationException("no versions here");
    }

    @Override
    public void restore(ObjectAddress address, int days, RestoreTier tier) {
        throw new UnsupportedOperationException("no archive here");
    }

    @Override
    public void createBucket(String bucket) {
        throw new UnsupportedOperationException("one bucket only");
    }

    @Override
    public void deleteBucket(String bucket) {
        throw new UnsupportedOperationException("one bucket only");
    }

    @Override
    public void close() {}
}
