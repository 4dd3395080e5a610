package org.outturn.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A store of which a test fixture has a part: whatever else is called makes the test fail. */
public abstract class AbsentStore implements ObjectStore {
    @Override
    public List<BucketSummary> buckets() {
        throw absent();
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        throw absent();
    }

    @Override
    public ObjectDetails details(ObjectAddress address) {
        throw absent();
    }

    @Override
    public Optional<ObjectDetails> find(ObjectAddress address) {
        throw absent();
    }

    @Override
    public ObjectTags tags(ObjectAddress address) {
        throw absent();
    }

    @Override
    public void setTags(ObjectAddress address, ObjectTags tags) {
        throw absent();
    }

    @Override
    public byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata) {
        throw absent();
    }

    @Override
    public void upload(
            UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public List<UnfinishedUpload> unfinishedUploads(Prefix prefix, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public int partsSent(ObjectAddress target, String uploadId) {
        throw absent();
    }

    @Override
    public void abort(ObjectAddress target, String uploadId) {
        throw absent();
    }

    @Override
    public void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public void download(
            DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public DeleteReport delete(
            String bucket,
            List<String> keys,
            Consumer<Integer> deleted,
            Cancellation cancellation) {
        throw absent();
    }

    @Override
    public void deleteIfSame(ObjectAddress address, String etag, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName) {
        throw absent();
    }

    @Override
    public List<LifecycleRule> lifecycle(String bucket) {
        throw absent();
    }

    @Override
    public BucketVersioning versioning(String bucket) {
        throw absent();
    }

    @Override
    public ObjectVersions versions(ObjectAddress address, int most, Cancellation cancellation) {
        throw absent();
    }

    @Override
    public void restore(ObjectAddress address, int days, RestoreTier tier) {
        throw absent();
    }

    @Override
    public void createBucket(String bucket) {
        throw absent();
    }

    @Override
    public void deleteBucket(String bucket) {
        throw absent();
    }

    @Override
    public void close() {}

    private static AssertionError absent() {
        return new AssertionError("not a part of this fixture");
    }
}
