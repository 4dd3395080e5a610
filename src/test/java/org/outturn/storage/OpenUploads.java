package org.outturn.storage;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Multipart uploads that were begun and neither finished nor aborted. */
final class OpenUploads {
    private OpenUploads() {}

    /** The keys of those in a bucket. */
    static List<String> of(ServerUnderTest server, String bucket) {
        try (S3Client s3 = RawClient.of(server)) {
            return s3.listMultipartUploads(list -> list.bucket(bucket)).uploads().stream()
                    .map(MultipartUpload::key)
                    .toList();
        }
    }
}
