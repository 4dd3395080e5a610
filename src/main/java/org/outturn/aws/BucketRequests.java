package org.outturn.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.storage.BucketSummary;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** The buckets as a whole: which there are, and making and deleting one. */
final class BucketRequests {
    /** The most that AWS gives in one answer; asking for a number makes it tell the regions. */
    private static final int PAGE = 1_000;

    private final Server server;
    private final Requests requests;
    private final BucketFacts buckets;

    BucketRequests(Server server, Requests requests, BucketFacts buckets) {
        this.server = server;
        this.requests = requests;
        this.buckets = buckets;
    }

    List<BucketSummary> list() {
        Call call = Call.onServer(Operation.LIST_BUCKETS, server.displayName());
        List<BucketSummary> all =
                requests.send(call, this::everything).stream()
                        .map(BucketRequests::summary)
                        .toList();
        all.forEach(b -> b.region().ifPresent(region -> buckets.isIn(b.name(), region)));
        return all;
    }

    void create(String bucket) {
        requests.send(
                Call.on(Operation.CREATE_BUCKET, bucket),
                s3 -> s3.createBucket(create -> create.bucket(bucket)));
    }

    void delete(String bucket) {
        requests.send(
                Call.on(Operation.DELETE_BUCKET, bucket),
                s3 -> s3.deleteBucket(delete -> delete.bucket(bucket)));
        buckets.isGone(bucket);
    }

    private List<Bucket> everything(S3Client s3) {
        if (!server.aws()) {
            return s3.listBuckets().buckets();
        }
        List<Bucket> all = new ArrayList<>();
        ListBucketsRequest next = ListBucketsRequest.builder().maxBuckets(PAGE).build();
        while (true) {
            ListBucketsResponse answer = s3.listBuckets(next);
            all.addAll(answer.buckets());
            String token = answer.continuationToken();
            if (token == null || token.isEmpty()) {
                return all;
            }
            next = next.toBuilder().continuationToken(token).build();
        }
    }

    private static BucketSummary summary(Bucket bucket) {
        return new BucketSummary(
                bucket.name(),
                Optional.ofNullable(bucket.creationDate()),
                Optional.ofNullable(bucket.bucketRegion()));
    }
}
