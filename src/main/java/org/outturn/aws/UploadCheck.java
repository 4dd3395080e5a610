package org.outturn.aws;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.UploadRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Whether what a server has stored is the file. Where the SDK's own checksums are verified by the
 * server that is settled; elsewhere the ETag of its answer is compared with the file's, the object
 * itself is read where that differs, and where there is no such ETag at least the size is looked
 * at.
 */
final class UploadCheck {
    private static final Logger LOG = LoggerFactory.getLogger(UploadCheck.class);

    private final Abilities abilities;
    private final Requests requests;
    private final ObjectReads reads;
    private final ReadBack readBack;

    UploadCheck(Abilities abilities, Requests requests, ObjectReads reads, ReadBack readBack) {
        this.abilities = abilities;
        this.requests = requests;
        this.reads = reads;
        this.readBack = readBack;
    }

    /**
     * @param answer to the upload's last request
     * @throws FailureException with {@link Failure.Damaged} if it is not the file
     * @throws IOException if the file cannot be read
     */
    void check(
            UploadRequest request,
            FileDigests digests,
            PutObjectResponse answer,
            Cancellation cancellation)
            throws IOException {
        if (abilities.ownChecksums()) {
            return;
        }
        Optional<Stored> stored = stored(request, answer);
        if (stored.isEmpty()) {
            // who may write only has the server's word for it
            return;
        }
        String difference = difference(request, digests, stored.get(), cancellation);
        if (!difference.isEmpty()) {
            throw new FailureException(
                    new Failure.Damaged(
                            Call.on(Operation.PUT_OBJECT, request.target()).attempt(),
                            Technical.of(difference)));
        }
    }

    /** What the answer tells, or where it tells too little, what a look at the object does. */
    private Optional<Stored> stored(UploadRequest request, PutObjectResponse answer) {
        Stored told = Stored.of(answer);
        if (isTelling(told)) {
            return Optional.of(told);
        }
        try {
            return Optional.of(Stored.of(reads.details(request.target())));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.AccessDenied) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isTelling(Stored stored) {
        return FileEtag.comparable(stored.etag())
                && !stored.otherKeys()
                && abilities.etags() != Abilities.Etags.OTHER;
    }

    private String difference(
            UploadRequest request, FileDigests digests, Stored stored, Cancellation cancellation)
            throws IOException {
        if (stored.size().isPresent() && stored.size().getAsLong() != digests.size()) {
            return "%d bytes were sent, %d are stored"
                    .formatted(digests.size(), stored.size().getAsLong());
        }
        if (!isTelling(stored)) {
            return "";
        }
        if (stored.etag().equals(digests.etag(FileEtag.inParts(stored.etag())))) {
            abilities.etagsAreMd5();
            return "";
        }
        if (isSame(request, cancellation)) {
            LOG.info("ETags of {} are not made of MD5s", request.target().bucket());
            abilities.etagsAreOther();
            return "";
        }
        return "the ETag is not that of the file: " + stored.etag();
    }

    /**
     * What an answer that was lost has said, if the object that is there is the file, as far as one
     * request can tell.
     */
    Optional<PutObjectResponse> storedAfterAll(UploadRequest request, FileDigests digests) {
        try {
            Optional<ObjectDetails> there =
                    reads.find(request.target()).filter(o -> o.size() == digests.size());
            if (there.isEmpty()) {
                return Optional.empty();
            }
            String etag = there.get().etag();
            return etag.equals(digests.etag(FileEtag.inParts(etag)))
                    ? Optional.of(PutObjectResponse.builder().eTag(etag).build())
                    : Optional.empty();
        } catch (IOException | FailureException e) {
            return Optional.empty();
        }
    }

    private boolean isSame(UploadRequest request, Cancellation cancellation) {
        try {
            return readBack.same(request.target(), request.file(), cancellation);
        } catch (FailureException e) {
            boolean unreadable =
                    e.failure() instanceof Failure.AccessDenied
                            || e.failure() instanceof Failure.Archived
                            || e.failure() instanceof Failure.NotSupported;
            if (!unreadable) {
                throw e;
            }
            // who may write only, or into an archive, has the server's word for the Content-MD5; an
            // ETag counts more where it has been one before
            return abilities.etags() == Abilities.Etags.UNKNOWN;
        }
    }

    /**
     * Removes what an upload has created anew and what is not to stay. Only what this very upload
     * has made: the version that it was told, or the ETag that it got.
     */
    void undo(UploadRequest request, PutObjectResponse answer) {
        String etag = Etags.plain(answer.eTag());
        if (!request.onlyIfAbsent() || etag.isEmpty() && answer.versionId() == null) {
            return;
        }
        ObjectAddress target = request.target();
        try {
            boolean ours =
                    answer.versionId() != null
                            || reads.find(target).map(o -> o.etag().equals(etag)).orElse(false);
            if (ours) {
                requests.send(
                        Call.on(Operation.DELETE_OBJECT, target),
                        s3 ->
                                s3.deleteObject(d ->
                                        d.bucket(target.bucket())
                                                .key(target.key())
                                                .versionId(answer.versionId())));
            }
        } catch (FailureException e) {
            LOG.warn("The damaged object {} could not be removed", target.s3Uri(), e);
        }
    }

    /**
     * What is known of the object after an upload.
     *
     * @param etag without quotes, in lower case; empty when it is not told
     * @param otherKeys whether it is encrypted in a way that makes its ETag no MD5 (S3 API
     *     reference, "Object")
     * @param size in bytes, if the object was looked at
     */
    private record Stored(String etag, boolean otherKeys, OptionalLong size) {
        static Stored of(PutObjectResponse answer) {
            ServerSideEncryption encryption = answer.serverSideEncryption();
            return new Stored(
                    Etags.plain(answer.eTag()).toLowerCase(Locale.ROOT),
                    answer.sseCustomerAlgorithm() != null
                            || encryption != null && encryption != ServerSideEncryption.AES256,
                    OptionalLong.empty());
        }

        static Stored of(ObjectDetails details) {
            String encryption =
                    details.headers().getOrDefault("x-amz-server-side-encryption", "AES256");
            return new Stored(
                    details.etag().toLowerCase(Locale.ROOT),
                    !encryption.equals("AES256"),
                    OptionalLong.of(details.size()));
        }
    }
}
