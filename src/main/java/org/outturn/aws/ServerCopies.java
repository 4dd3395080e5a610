package org.outturn.aws;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.CopyRequest;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ProgressListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;

/** Copies that the server makes by itself, each in one request or in parts. */
final class ServerCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCopies.class);

    private final Server server;
    private final Requests requests;
    private final ObjectReads reads;
    private final BulkDelete deletes;
    private final CopiedTags tags;
    private final CopyInParts inParts;
    private final CopyLimits limits;
    private final RunningTransfers running = new RunningTransfers();

    /** Until the server has refused an {@code If-None-Match}. */
    private final AtomicBoolean conditional = new AtomicBoolean(true);

    ServerCopies(
            Server server,
            Requests requests,
            ObjectReads reads,
            BulkDelete deletes,
            CopiedTags tags,
            CopyInParts inParts,
            CopyLimits limits) {
        this.server = server;
        this.requests = requests;
        this.reads = reads;
        this.deletes = deletes;
        this.tags = tags;
        this.inParts = inParts;
        this.limits = limits;
    }

    void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        cancellation.check();
        running.run(cancellation, either -> copyTracked(request, progress, either));
    }

    /** Cancels all that run, and waits a while for them to tidy up. */
    void close() {
        running.close(Limits.CLOSE);
    }

    private void copyTracked(
            CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        if (!server.aws()) {
            // others may take no notice of the conditions that are sent; Ceph does of neither
            look(request, cancellation);
        }
        boolean condition = request.onlyIfAbsent() && conditional.get();
        try {
            copy(request, condition, progress, cancellation);
        } catch (FailureException e) {
            if (!condition || !isOfCondition(e.failure())) {
                throw e;
            }
            // this server does not know the condition; the look above has to do
            conditional.set(false);
            copy(request, false, progress, cancellation);
        }
    }

    /** Whether the server may have refused the condition; objects in an archive are not that. */
    private static boolean isOfCondition(Failure failure) {
        return failure instanceof Failure.NotSupported
                && failure.technical().code().equals("NotImplemented");
    }

    private void look(CopyRequest request, Cancellation cancellation) {
        Interruptible look = new Interruptible(cancellation);
        if (!request.etag().isEmpty()) {
            ObjectDetails source = look.call(() -> reads.details(request.source()));
            if (!source.etag().equals(request.etag())) {
                throw conflict(request, "the source has changed since");
            }
        }
        if (request.onlyIfAbsent() && look.call(() -> reads.find(request.target())).isPresent()) {
            throw conflict(request, "there is an object of that key already");
        }
    }

    static FailureException conflict(CopyRequest request, String why) {
        return new FailureException(
                new Failure.Conflict(
                        Call.on(Operation.COPY_OBJECT, request.target()).attempt(),
                        Technical.of(why)));
    }

    private void copy(
            CopyRequest request,
            boolean condition,
            ProgressListener progress,
            Cancellation cancellation) {
        if (request.bytes() > limits.wholeBytes()) {
            inParts.copy(request, condition, progress, cancellation);
        } else {
            copyWhole(request, condition, cancellation);
            progress.transferred(request.bytes(), request.bytes());
        }
    }

    private void copyWhole(CopyRequest request, boolean condition, Cancellation cancellation) {
        Interruptible interruptible = new Interruptible(cancellation);
        ObjectTags missed = interruptible.call(() -> tags.missedBy(request.source()));
        CopyObjectRequest copy =
                CopyObjectRequest.builder()
                        .sourceBucket(request.source().bucket())
                        .sourceKey(request.source().key())
                        .copySourceIfMatch(orNull(request.etag()))
                        .destinationBucket(request.target().bucket())
                        .destinationKey(request.target().key())
                        .storageClass(storageClass(request.storageClass()))
                        .ifNoneMatch(condition ? "*" : null)
                        .build();
        Call call = Call.on(Operation.COPY_OBJECT, request.target());
        CopyObjectResponse answer =
                interruptible.call(() -> requests.sendPatiently(call, s3 -> s3.copyObject(copy)));
        try {
            tags.complete(request.target(), missed);
        } catch (FailureException | CancellationException e) {
            undo(request, answer);
            throw e;
        }
    }

    /** Takes a new copy back that is not like its source; another attempt makes it anew. */
    private void undo(CopyRequest request, CopyObjectResponse answer) {
        String etag =
                answer.copyObjectResult() == null
                        ? ""
                        : Etags.plain(answer.copyObjectResult().eTag());
        if (!request.onlyIfAbsent() || etag.isEmpty()) {
            return;
        }
        try {
            deletes.deleteIfSame(request.target(), etag, Cancellation.never());
        } catch (FailureException | CancellationException e) {
            LOG.warn("A copy without its tags stays at {}", request.target().s3Uri(), e);
        }
    }

    /** What to ask for; a copy is STANDARD where nobody asks (S3 API reference, CopyObject). */
    static @Nullable String storageClass(@Nullable String listed) {
        return listed == null || listed.isEmpty() || listed.equals("STANDARD") ? null : listed;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
