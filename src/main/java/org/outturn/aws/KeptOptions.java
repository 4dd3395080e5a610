package org.outturn.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Encryption;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.StoreOptions;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Whether an object was stored as it was asked for. Some servers pass over what they do not know
 * without a word: Ceph 16 takes {@code x-amz-server-side-encryption: AES256} and encrypts nothing.
 */
final class KeptOptions {
    private static final String ENCRYPTION = "x-amz-server-side-encryption";

    private final ObjectReads reads;

    KeptOptions(ObjectReads reads) {
        this.reads = reads;
    }

    /**
     * @throws FailureException with {@link Failure.NotSupported} if an encryption or a storage
     *     class was asked for and the object does not have it
     */
    void check(UploadRequest request, PutObjectResponse answer) {
        StoreOptions asked = request.options();
        @Nullable String encryption = name(asked.encryption());
        boolean told =
                encryption == null || encryption.equals(answer.serverSideEncryptionAsString());
        if (told && asked.storageClass().isEmpty()) {
            return;
        }
        Optional<ObjectDetails> there = look(request);
        if (there.isEmpty()) {
            return;
        }
        if (!told && !encryption.equals(there.get().headers().get(ENCRYPTION))) {
            throw notKept(request, "the object is not encrypted as asked (" + encryption + ")");
        }
        if (!asked.storageClass().isEmpty()
                && !asked.storageClass().equals(there.get().storageClass())) {
            throw notKept(
                    request,
                    "the storage class is %s, not %s"
                            .formatted(there.get().storageClass(), asked.storageClass()));
        }
    }

    private Optional<ObjectDetails> look(UploadRequest request) {
        try {
            return reads.find(request.target());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.AccessDenied) {
                // who may write only has the server's word for it
                return Optional.empty();
            }
            throw e;
        }
    }

    private static @Nullable String name(Encryption encryption) {
        return switch (encryption) {
            case Encryption.BucketDefault _ -> null;
            case Encryption.S3Managed _ -> "AES256";
            case Encryption.Kms _ -> "aws:kms";
        };
    }

    private static FailureException notKept(UploadRequest request, String detail) {
        return new FailureException(
                new Failure.NotSupported(
                        Call.on(Operation.PUT_OBJECT, request.target()).attempt(),
                        Technical.of(detail)));
    }
}
