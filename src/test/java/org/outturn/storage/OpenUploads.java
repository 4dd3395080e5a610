package org.outturn.storage;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Multipart uploads that were begun and neither finished nor aborted. */
final class OpenUploads {
    private OpenUploads() {}

    /** The keys of those in a bucket. */
    static List<String> of(ServerUnderTest server, String bucket) {
        var keys =
                AwsBasicCredentials.create(
                        server.credentials().accessKeyId(), server.credentials().secretAccessKey());
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.of(server.region()))
                        .forcePathStyle(server.pathStyle())
                        .credentialsProvider(StaticCredentialsProvider.create(keys))
                        .build()) {
            return s3.listMultipartUploads(list -> list.bucket(bucket)).uploads().stream()
                    .map(MultipartUpload::key)
                    .toList();
        }
    }
}
