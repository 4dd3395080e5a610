package org.outturn.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads in parts that were begun and neither finished nor freed. */
final class UnfinishedUploads {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedUploads.class);

    /** How far a clock may be wrong before S3 refuses its requests (RequestTimeTooSkewed). */
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final Requests requests;

    UnfinishedUploads(Requests requests) {
        this.requests = requests;
    }

    List<UnfinishedUpload> list(Prefix prefix, Cancellation cancellation) {
        Call call = Call.on(Operation.LIST_UPLOADS, prefix.bucket());
        Interruptible interruptible = new Interruptible(cancellation);
        List<UnfinishedUpload> found = new ArrayList<>();
        // not URL-encoded as listings of objects are: Ceph does that, but does not say so
        ListMultipartUploadsRequest next =
                ListMultipartUploadsRequest.builder()
                        .bucket(prefix.bucket())
                        .prefix(prefix.value().isEmpty() ? null : prefix.value())
                        .build();
        while (true) {
            ListMultipartUploadsRequest request = next;
            ListMultipartUploadsResponse answer =
                    interruptible.call(
                            () -> requests.send(call, s3 -> s3.listMultipartUploads(request)));
            answer.uploads().forEach(upload -> found.add(unfinished(prefix, upload)));
            if (!Boolean.TRUE.equals(answer.isTruncated()) || answer.nextKeyMarker() == null) {
                return found;
            }
            next =
                    request.toBuilder()
                            .keyMarker(answer.nextKeyMarker())
                            .uploadIdMarker(answer.nextUploadIdMarker())
                            .build();
        }
    }

    private static UnfinishedUpload unfinished(Prefix prefix, MultipartUpload upload) {
        return new UnfinishedUpload(
                new ObjectAddress(prefix.bucket(), upload.key()),
                upload.uploadId(),
                upload.initiated());
    }

    /**
     * The parts that the server has of an upload.
     *
     * @return empty if it knows nothing of the upload any more
     */
    Optional<SentParts> parts(PartialUpload upload) {
        return parts(upload.target(), upload.uploadId()).map(parts -> SentParts.of(upload, parts));
    }

    int count(ObjectAddress target, String uploadId) {
        return parts(target, uploadId).map(List::size).orElse(0);
    }

    private Optional<List<Part>> parts(ObjectAddress target, String uploadId) {
        Call call = Call.on(Operation.LIST_PARTS, target);
        ListPartsRequest next =
                ListPartsRequest.builder()
                        .bucket(target.bucket())
                        .key(target.key())
                        .uploadId(uploadId)
                        .build();
        List<Part> parts = new ArrayList<>();
        try {
            while (true) {
                ListPartsRequest request = next;
                ListPartsResponse answer = requests.send(call, s3 -> s3.listParts(request));
                parts.addAll(answer.parts());
                if (!Boolean.TRUE.equals(answer.isTruncated())
                        || answer.nextPartNumberMarker() == null) {
                    return Optional.of(parts);
                }
                next = request.toBuilder().partNumberMarker(answer.nextPartNumberMarker()).build();
            }
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Frees the parts of an upload. The id is the server's own, so the server knows what is meant
     * and cannot take this for deleting the object.
     *
     * @throws FailureException if that is refused or nobody answers; not when there is no such
     *     upload
     */
    void abort(ObjectAddress target, String uploadId) {
        try {
            requests.send(
                    Call.on(Operation.ABORT_UPLOAD, target),
                    s3 ->
                            s3.abortMultipartUpload(a ->
                                    a.bucket(target.bucket())
                                            .key(target.key())
                                            .uploadId(uploadId)));
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.NotFound)) {
                throw e;
            }
        }
    }

    /**
     * Frees uploads of a key that were begun without anybody hearing of it: they have no parts.
     * Only the log hears of it when it does not work.
     *
     * @param since by this computer's clock
     */
    void freeNameless(ObjectAddress target, Instant since) {
        try {
            for (UnfinishedUpload upload :
                    list(new Prefix(target.bucket(), target.key()), Cancellation.never())) {
                boolean nameless =
                        upload.target().equals(target)
                                && upload.initiated().isAfter(since.minus(SKEW))
                                && count(target, upload.uploadId()) == 0;
                if (nameless) {
                    abort(target, upload.uploadId());
                }
            }
        } catch (FailureException e) {
            LOG.warn("Uploads to {} may have been begun and not finished", target.s3Uri(), e);
        } catch (CancellationException e) {
            LOG.warn("The connection was closed before {} was looked through", target.s3Uri());
        }
    }

    /** Like {@link #abort}, but only the log hears of it when it does not work. */
    void tryAbort(ObjectAddress target, String uploadId) {
        try {
            abort(target, uploadId);
        } catch (FailureException e) {
            LOG.warn(
                    "The parts of an unfinished upload to {} could not be removed",
                    target.s3Uri(),
                    e);
        } catch (CancellationException e) {
            LOG.warn("The connection was closed before parts of {} were removed", target.s3Uri());
        }
    }
}
