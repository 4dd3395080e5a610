package org.outturn.aws;

import java.io.IOException;
import org.outturn.storage.Encryption;
import org.outturn.storage.StoreOptions;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Puts into words for the server how a file is to be stored: type, metadata, storage class,
 * encryption, tags, condition and checksum.
 */
final class PutRequests {
    private final MetadataText metadataText = new MetadataText();

    /**
     * For a file that may go in parts; parts get their checksums as they are sent, by {@link
     * UploadWatch}.
     */
    PutObjectRequest.Builder of(UploadRequest request, Abilities.Way way) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder()
                        .bucket(request.target().bucket())
                        .key(request.target().key())
                        .contentType(request.contentType())
                        .metadata(metadataText.encode(request.metadata()));
        if (way.ifAbsent()) {
            put.ifNoneMatch("*");
        }
        options(put, request.options());
        return put;
    }

    /** For a file that goes in one request. */
    PutObjectRequest.Builder ofWhole(UploadRequest request, Abilities.Way way, FileDigests digests)
            throws IOException {
        PutObjectRequest.Builder put = of(request, way);
        return way.md5() ? put.contentMD5(FileDigests.header(digests.whole())) : put;
    }

    private static void options(PutObjectRequest.Builder put, StoreOptions options) {
        if (!options.storageClass().isEmpty()) {
            put.storageClass(options.storageClass());
        }
        if (!options.contentEncoding().isEmpty()) {
            put.contentEncoding(options.contentEncoding());
        }
        switch (options.encryption()) {
            case Encryption.BucketDefault _ -> {
                // nothing said is what means that
            }
            case Encryption.S3Managed _ -> put.serverSideEncryption(ServerSideEncryption.AES256);
            case Encryption.Kms(String keyId) ->
                    put.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                            .ssekmsKeyId(keyId.isEmpty() ? null : keyId);
        }
        if (!options.tags().values().isEmpty()) {
            put.tagging(
                    Tagging.builder()
                            .tagSet(
                                    options.tags().values().entrySet().stream()
                                            .map(t ->
                                                    Tag.builder()
                                                            .key(t.getKey())
                                                            .value(t.getValue())
                                                            .build())
                                            .toList())
                            .build());
        }
    }
}
