package org.outturn.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DeleteReport;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.SignedUrl;
import org.outturn.storage.UploadRequest;

/** One object in memory that can be read by ranges, and counts what was read. */
class BytesStore implements ObjectStore {
    private final byte[] bytes;
    long read;

    BytesStore(byte[] bytes) {
        this.bytes = bytes;
    }

    static Preview preview(String name, byte[] bytes) {
        return new PreviewService(new BytesStore(bytes))
                .preview(details(name, bytes.length, Map.of()), Cancellation.never());
    }

    static ObjectDetails details(String name, long size, Map<String, String> headers) {
        return new ObjectDetails(
                new ObjectAddress("bucket", "folder/" + name),
                size,
                Instant.EPOCH,
                "binary/octet-stream",
                "etag",
                "STANDARD",
                new TreeMap<>(),
                new TreeMap<>(headers),
                Optional.empty());
    }

    @Override
    public byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        cancellation.check();
        int from = (int) Math.min(offset, bytes.length);
        byte[] range = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        read += range.length;
        return range;
    }

    private static UnsupportedOperationException notForPreviews() {
        return new UnsupportedOperationException("a preview only reads");
    }

    @Override
    public List<BucketSummary> buckets() {
        throw notForPreviews();
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        throw notForPreviews();
    }

    @Override
    public ObjectDetails details(ObjectAddress address) {
        throw notForPreviews();
    }

    @Override
    public Optional<ObjectDetails> find(ObjectAddress address) {
        throw notForPreviews();
    }

    @Override
    public ObjectTags tags(ObjectAddress address) {
        throw notForPreviews();
    }

    @Override
    public void setTags(ObjectAddress address, ObjectTags tags) {
        throw notForPreviews();
    }

    @Override
    public void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata) {
        throw notForPreviews();
    }

    @Override
    public void upload(
            UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        throw notForPreviews();
    }

    @Override
    public void download(
            DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        throw notForPreviews();
    }

    @Override
    public DeleteReport delete(
            String bucket,
            List<String> keys,
            Consumer<Integer> deleted,
            Cancellation cancellation) {
        throw notForPreviews();
    }

    @Override
    public SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName) {
        throw notForPreviews();
    }

    @Override
    public void createBucket(String bucket) {
        throw notForPreviews();
    }

    @Override
    public void deleteBucket(String bucket) {
        throw notForPreviews();
    }

    @Override
    public void close() {}
}
