package org.outturn.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** A server that is asked, the clients that ask it, and the buckets made there, to be removed. */
final class ContractServer implements AutoCloseable {
    final URI endpoint;
    final AwsCredentials credentials;
    final String region;
    final boolean pathStyle;
    final Set<Difference> differences;
    private final Queue<String> buckets = new ConcurrentLinkedQueue<>();
    private final S3Client s3;

    ContractServer(
            URI endpoint,
            String accessKey,
            String secretKey,
            String region,
            boolean pathStyle,
            Set<Difference> differences) {
        this.endpoint = endpoint;
        this.credentials = AwsBasicCredentials.create(accessKey, secretKey);
        this.region = region;
        this.pathStyle = pathStyle;
        this.differences = differences;
        this.s3 = client(credentials).build();
    }

    /** A client of the settings that most servers take. */
    S3Client s3() {
        return s3;
    }

    RawS3 raw() {
        return new RawS3(this);
    }

    S3ClientBuilder client(AwsCredentials as) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(as))
                .forcePathStyle(pathStyle)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .addPlugin(LegacyMd5Plugin.create())
                .httpClientBuilder(Apache5HttpClient.builder().expectContinueEnabled(false));
    }

    boolean differs(Difference difference) {
        return differences.contains(difference);
    }

    String newBucket() {
        String bucket = "outturn-test-" + UUID.randomUUID();
        s3.createBucket(b -> b.bucket(bucket));
        buckets.add(bucket);
        return bucket;
    }

    /** Has a bucket removed at the end that a test made by itself. */
    void removeLater(String bucket) {
        buckets.add(bucket);
    }

    @Override
    public void close() {
        buckets.forEach(this::remove);
        s3.close();
    }

    private void remove(String bucket) {
        for (ListObjectVersionsResponse page :
                s3.listObjectVersionsPaginator(b -> b.bucket(bucket))) {
            Collection<ObjectIdentifier> all = new ArrayList<>();
            page.versions().forEach(v -> all.add(identifier(v.key(), v.versionId())));
            page.deleteMarkers().forEach(m -> all.add(identifier(m.key(), m.versionId())));
            if (!all.isEmpty()) {
                var delete = Delete.builder().objects(List.copyOf(all)).quiet(true).build();
                s3.deleteObjects(b -> b.bucket(bucket).delete(delete));
            }
        }
        s3.listMultipartUploadsPaginator(b -> b.bucket(bucket)).uploads().stream()
                .toList()
                .forEach(upload ->
                        s3.abortMultipartUpload(b ->
                                b.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
        s3.deleteBucket(b -> b.bucket(bucket));
    }

    private static ObjectIdentifier identifier(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }
}
