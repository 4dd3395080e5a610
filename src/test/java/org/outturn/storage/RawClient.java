package org.outturn.storage;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client of the vendor's, to see and to make what the program's own cannot. */
public final class RawClient {
    private RawClient() {}

    /** To be closed by the caller. */
    public static S3Client of(ServerUnderTest server) {
        var keys =
                AwsBasicCredentials.create(
                        server.credentials().accessKeyId(), server.credentials().secretAccessKey());
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(server.region()))
                .forcePathStyle(server.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .build();
    }
}
