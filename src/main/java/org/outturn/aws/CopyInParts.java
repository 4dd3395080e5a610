package org.outturn.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.CopyRequest;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Copies of objects that are too large for one request. Only bytes are copied by the server's own
 * doing: whatever else belongs to the object is read first and sent along.
 */
final class CopyInParts {
    private static final int LOOKS_FOR_LATE_PARTS = 3;

    private final Server server;
    private final Requests requests;
    private final ObjectReads reads;
    private final CopiedTags tags;
    private final UnfinishedUploads unfinished;
    private final CopyLimits limits;

    CopyInParts(
            Server server,
            Requests requests,
            ObjectReads reads,
            CopiedTags tags,
            UnfinishedUploads unfinished,
            CopyLimits limits) {
        this.server = server;
        this.requests = requests;
        this.reads = reads;
        this.tags = tags;
        this.unfinished = unfinished;
        this.limits = limits;
    }

    /**
     * @param condition whether the server is asked to make it only where there is nothing
     */
    void copy(
            CopyRequest request,
            boolean condition,
            ProgressListener progress,
            Cancellation cancellation) {
        refusePercent(request);
        Interruptible interruptible = new Interruptible(cancellation);
        HeadObjectResponse source = interruptible.call(() -> head(request.source()));
        checkSame(request, source);
        ObjectTags wanted = interruptible.call(() -> tags.of(request.source()));
        cancellation.check();
        // not to be interrupted: without the answer nobody would know what to free
        String id = create(request.target(), source, wanted);
        try {
            PartialUpload upload = upload(request.target(), id, source);
            progress.begun(upload);
            cancellation.check();
            List<CompletedPart> parts =
                    new CopiedParts(requests, request.source(), source.eTag(), upload)
                            .copy(limits.partsInFlight(), progress, cancellation);
            complete(upload, parts, condition);
        } catch (FailureException | CancellationException e) {
            free(request.target(), id);
            throw e;
        }
        if (!server.aws()) {
            // some lose tags that come with the beginning of an upload
            tags.put(request.target(), wanted);
        }
    }

    private HeadObjectResponse head(ObjectAddress source) {
        return requests.send(
                Call.on(Operation.HEAD_OBJECT, source),
                s3 -> s3.headObject(head -> head.bucket(source.bucket()).key(source.key())));
    }

    private static void checkSame(CopyRequest request, HeadObjectResponse source) {
        if (!request.etag().isEmpty() && !request.etag().equals(Etags.plain(source.eTag()))) {
            throw ServerCopies.conflict(request, "the source has changed since");
        }
    }

    /**
     * Ceph 16 decodes a part's source twice: it would take {@code a%20b} for {@code a b}, and ends
     * at once at {@code a%zz}. Nobody can tell from afar which server does so.
     */
    private void refusePercent(CopyRequest request) {
        if (!server.aws() && request.source().key().contains("%")) {
            throw new FailureException(
                    new Failure.NotSupported(
                            Call.on(Operation.COPY_PART, request.source()).attempt(),
                            Technical.of(
                                    "parts of an object whose key holds a percent sign are copied"
                                            + " by AWS only")));
        }
    }

    private String create(ObjectAddress target, HeadObjectResponse source, ObjectTags wanted) {
        CreateMultipartUploadRequest create =
                CreateMultipartUploadRequest.builder()
                        .bucket(target.bucket())
                        .key(target.key())
                        .contentType(source.contentType())
                        .contentEncoding(source.contentEncoding())
                        .contentDisposition(source.contentDisposition())
                        .contentLanguage(source.contentLanguage())
                        .cacheControl(source.cacheControl())
                        .expires(time(source.expiresString()))
                        .websiteRedirectLocation(source.websiteRedirectLocation())
                        .storageClass(ServerCopies.storageClass(source.storageClassAsString()))
                        .metadata(source.metadata())
                        .tagging(server.aws() ? tagging(wanted) : null)
                        .build();
        return requests.send(
                        Call.on(Operation.CREATE_UPLOAD, target),
                        s3 -> s3.createMultipartUpload(create))
                .uploadId();
    }

    private static @Nullable Tagging tagging(ObjectTags tags) {
        if (tags.values().isEmpty()) {
            return null;
        }
        List<Tag> set =
                tags.values().entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList();
        return Tagging.builder().tagSet(set).build();
    }

    /** The Expires header as a time; what is none is of no use to anybody. */
    private static @Nullable Instant time(@Nullable String expires) {
        try {
            return expires == null
                    ? null
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(expires, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private PartialUpload upload(ObjectAddress target, String id, HeadObjectResponse source) {
        long bytes = source.contentLength();
        return new PartialUpload(target, id, limits.partBytes(bytes), bytes, source.lastModified());
    }

    private void complete(PartialUpload upload, List<CompletedPart> parts, boolean condition) {
        ObjectAddress target = upload.target();
        CompleteMultipartUploadRequest complete =
                CompleteMultipartUploadRequest.builder()
                        .bucket(target.bucket())
                        .key(target.key())
                        .uploadId(upload.uploadId())
                        .multipartUpload(all -> all.parts(parts))
                        .ifNoneMatch(condition ? "*" : null)
                        .build();
        Call call = Call.on(Operation.COMPLETE_UPLOAD, target);
        try {
            requests.sendPatiently(call, s3 -> s3.completeMultipartUpload(complete));
        } catch (FailureException e) {
            if (!isThere(upload, parts)) {
                throw e;
            }
        }
    }

    /**
     * Whether the copy is there after all. A server may put the parts together and lose its answer
     * on the way, or answer a second request for it with NoSuchUpload.
     */
    private boolean isThere(PartialUpload upload, List<CompletedPart> parts) {
        String etag = CopiedParts.etag(parts);
        try {
            return reads.find(upload.target())
                    .filter(there ->
                            there.size() == upload.fileBytes() && there.etag().equals(etag))
                    .isPresent();
        } catch (FailureException e) {
            return false;
        }
    }

    /** A part that the server still was at when the rest was freed may turn up afterwards. */
    private void free(ObjectAddress target, String id) {
        unfinished.tryAbort(target, id);
        try {
            for (int i = 0; i < LOOKS_FOR_LATE_PARTS && unfinished.count(target, id) > 0; i++) {
                unfinished.tryAbort(target, id);
            }
        } catch (FailureException | CancellationException e) {
            // the log has it if freeing failed; whether there is more nobody says
        }
    }
}
