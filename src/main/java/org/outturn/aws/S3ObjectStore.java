package org.outturn.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.Cancellation;
import org.outturn.storage.CopyRequest;
import org.outturn.storage.DeleteReport;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ObjectVersions;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.RestoreTier;
import org.outturn.storage.SignedUrl;
import org.outturn.storage.UnfinishedUpload;
import org.outturn.storage.UploadRequest;

/** An S3 or S3-compatible server, as one identity. Made by {@link S3StoreOpener}. */
final class S3ObjectStore implements ObjectStore {
    private final SignInProvider signIn;
    private final ServerClock clock;
    private final S3Clients clients;
    private final BucketRequests buckets;
    private final Listing listing;
    private final ObjectReads reads;
    private final ObjectWrites writes;
    private final BulkDelete deletes;
    private final Presigning presigning;
    private final LifecycleRequests lifecycles;
    private final VersionRequests versions;
    private final UnfinishedUploads unfinished;
    private final S3Transfers transfers;
    private final ServerCopies copies;

    S3ObjectStore(
            Server server,
            SignInProvider signIn,
            Trust trust,
            Bandwidth bandwidth,
            Timeouts timeouts,
            CopyLimits copyLimits) {
        this.signIn = signIn;
        BucketFacts facts = new BucketFacts(server.region());
        clock = new ServerClock(InstantSource.system());
        AwsFailures failures = new AwsFailures(clock);
        Way way = Way.of(server);
        clients =
                new S3Clients(
                        new ClientFactory(server, way, clock, signIn, trust, bandwidth, timeouts));
        Requests requests =
                new Requests(clients, facts, failures, new Ways(server, way, clients, failures));
        buckets = new BucketRequests(server, requests, facts);
        listing = new Listing(requests);
        reads = new ObjectReads(requests, facts);
        writes = new ObjectWrites(server, requests);
        deletes = new BulkDelete(server, requests, reads, failures);
        presigning = new Presigning(clients, requests, signIn);
        lifecycles = new LifecycleRequests(server, requests);
        versions = new VersionRequests(requests);
        unfinished = new UnfinishedUploads(requests);
        transfers =
                new S3Transfers(server, clients, requests, reads, writes, unfinished, bandwidth);
        var tags = new CopiedTags(server, reads, writes);
        var inParts = new CopyInParts(server, requests, reads, tags, unfinished, copyLimits);
        copies = new ServerCopies(server, requests, reads, deletes, tags, inParts, copyLimits);
    }

    @Override
    public List<BucketSummary> buckets() {
        return buckets.list();
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        listing.list(prefix, delimiter, startAfter, cancellation, sink);
    }

    @Override
    public ObjectDetails details(ObjectAddress address) {
        return reads.details(address);
    }

    @Override
    public Optional<ObjectDetails> find(ObjectAddress address) {
        return reads.find(address);
    }

    @Override
    public ObjectTags tags(ObjectAddress address) {
        return reads.tags(address);
    }

    @Override
    public void setTags(ObjectAddress address, ObjectTags tags) {
        writes.setTags(address, tags);
    }

    @Override
    public byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        return reads.read(address, offset, length, cancellation);
    }

    @Override
    public void put(
            ObjectAddress address,
            byte[] content,
            String contentType,
            Map<String, String> metadata) {
        writes.put(address, content, contentType, metadata);
    }

    @Override
    public void upload(
            UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        transfers.upload(request, progress, cancellation);
    }

    @Override
    public List<UnfinishedUpload> unfinishedUploads(Prefix prefix, Cancellation cancellation) {
        return unfinished.list(prefix, cancellation);
    }

    @Override
    public int partsSent(ObjectAddress target, String uploadId) {
        return unfinished.count(target, uploadId);
    }

    @Override
    public void abort(ObjectAddress target, String uploadId) {
        unfinished.abort(target, uploadId);
    }

    @Override
    public void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        copies.copy(request, progress, cancellation);
    }

    @Override
    public void download(
            DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        transfers.download(request, progress, cancellation);
    }

    @Override
    public DeleteReport delete(
            String bucket,
            List<String> keys,
            Consumer<Integer> deleted,
            Cancellation cancellation) {
        return deletes.delete(bucket, keys, deleted, cancellation);
    }

    @Override
    public void deleteIfSame(ObjectAddress address, String etag, Cancellation cancellation) {
        deletes.deleteIfSame(address, etag, cancellation);
    }

    @Override
    public SignedUrl presignGet(ObjectAddress address, Duration lifetime, String fileName) {
        return presigning.get(address, lifetime, fileName);
    }

    @Override
    public List<LifecycleRule> lifecycle(String bucket) {
        return lifecycles.rules(bucket);
    }

    @Override
    public BucketVersioning versioning(String bucket) {
        return versions.versioning(bucket);
    }

    @Override
    public ObjectVersions versions(ObjectAddress address, int most, Cancellation cancellation) {
        return versions.list(address, most, cancellation);
    }

    @Override
    public void restore(ObjectAddress address, int days, RestoreTier tier) {
        lifecycles.restore(address, days, tier);
    }

    @Override
    public Optional<Duration> clockBehind() {
        return clock.behind();
    }

    @Override
    public void createBucket(String bucket) {
        buckets.create(bucket);
    }

    @Override
    public void deleteBucket(String bucket) {
        buckets.delete(bucket);
    }

    @Override
    public void close() {
        copies.close();
        transfers.close();
        clients.close();
        signIn.close();
    }
}
