package org.outturn.kill;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.outturn.storage.ServerUnderTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** A bucket that keeps every version, so that it tells what was stored twice. */
final class VersionedBucket implements AutoCloseable {
    private final S3Client s3;
    private final String name;

    VersionedBucket(ServerUnderTest server) {
        var keys =
                AwsBasicCredentials.create(
                        server.credentials().accessKeyId(), server.credentials().secretAccessKey());
        s3 =
                S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.of(server.region()))
                        .forcePathStyle(server.pathStyle())
                        .credentialsProvider(StaticCredentialsProvider.create(keys))
                        .build();
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        name = "outturn-kill-" + HexFormat.of().formatHex(random);
        s3.createBucket(b -> b.bucket(name));
        s3.putBucketVersioning(b ->
                b.bucket(name)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    String name() {
        return name;
    }

    /** Every version of every object. */
    List<ObjectVersion> versions() {
        List<ObjectVersion> all = new ArrayList<>();
        s3.listObjectVersionsPaginator(b -> b.bucket(name))
                .forEach(page -> all.addAll(page.versions()));
        return all;
    }

    /** The keys of uploads in parts that were begun and neither finished nor freed. */
    List<String> unfinished() {
        return s3.listMultipartUploads(b -> b.bucket(name)).uploads().stream()
                .map(upload -> upload.key())
                .toList();
    }

    @Override
    public void close() {
        s3.listMultipartUploads(b -> b.bucket(name))
                .uploads()
                .forEach(u ->
                        s3.abortMultipartUpload(
                                b -> b.bucket(name).key(u.key()).uploadId(u.uploadId())));
        for (ObjectVersion version : versions()) {
            s3.deleteObject(b -> b.bucket(name).key(version.key()).versionId(version.versionId()));
        }
        s3.deleteBucket(b -> b.bucket(name));
        s3.close();
    }
}
