package org.outturn.aws;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.transfer.s3.model.FileUpload;
import software.amazon.awssdk.transfer.s3.model.UploadFileRequest;

/** Files that become objects, through the transfer manager. */
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** The most parts that S3 allows. */
    private static final long MAX_PARTS = 10_000;

    private static final int PRECONDITION_FAILED = 412;

    private final Server server;
    private final S3Clients clients;
    private final Requests requests;
    private final ObjectReads reads;
    private final ObjectWrites writes;
    private final RunningTransfers running;
    private final WholeFileUpload wholeFiles;

    /** Until the server has refused an {@code If-None-Match}. */
    private final AtomicBoolean conditional = new AtomicBoolean(true);

    /** Once the server has refused an upload because of its {@code If-None-Match}. */
    private final AtomicBoolean honoured = new AtomicBoolean();

    private final FreeKeys freeKeys;

    Uploads(
            Server server,
            S3Clients clients,
            Requests requests,
            ObjectReads reads,
            ObjectWrites writes,
            RunningTransfers running,
            Bandwidth bandwidth) {
        this.server = server;
        this.clients = clients;
        this.requests = requests;
        this.reads = reads;
        this.writes = writes;
        this.running = running;
        this.freeKeys = new FreeKeys(requests);
        this.wholeFiles = new WholeFileUpload(clients, bandwidth);
    }

    void upload(UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        cancellation.check();
        running.run(cancellation, either -> uploadTracked(request, progress, either));
    }

    private void uploadTracked(
            UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        Call call = Call.on(Operation.PUT_OBJECT, request.target());
        LocalSource source = LocalSource.of(request.file(), call.attempt());
        if (request.onlyIfAbsent() && !isKnownAbsent(request.target(), source)) {
            checkAbsent(request.target(), call, cancellation);
        }
        boolean withCondition = request.onlyIfAbsent() && conditional.get();
        try {
            send(request, source, withCondition, progress, cancellation);
        } catch (FailureException e) {
            if (withCondition && e.failure().technical().status() == PRECONDITION_FAILED) {
                honoured.set(true);
            }
            if (!withCondition || !(e.failure() instanceof Failure.NotSupported)) {
                throw e;
            }
            // this server does not know the condition; the look above has to do
            conditional.set(false);
            send(request, source, false, progress, cancellation);
        }
        source.checkUnchanged(call.attempt());
    }

    /**
     * Whether the look before a small upload can be left out: because the server itself checks, or
     * because a look has just been taken. Not for parts: that some servers check a single request
     * says nothing of them, and a conflict should not come after gigabytes.
     */
    private boolean isKnownAbsent(ObjectAddress target, LocalSource source) {
        return WholeFileUpload.suits(source)
                && (conditional.get() && (server.aws() || honoured.get())
                        || freeKeys.isKnownFree(target));
    }

    private void checkAbsent(ObjectAddress target, Call call, Cancellation cancellation) {
        try {
            Interruptible look = new Interruptible(cancellation);
            if (look.call(() -> reads.find(target)).isPresent()) {
                throw new FailureException(
                        new Failure.Conflict(
                                call.attempt(),
                                Technical.of("there is an object of that key already")));
            }
        } catch (FailureException e) {
            // who may not look can still rely on AWS to check; others may not check
            if (!server.aws() || !(e.failure() instanceof Failure.AccessDenied)) {
                throw e;
            }
        }
    }

    private void send(
            UploadRequest request,
            LocalSource source,
            boolean ifAbsent,
            ProgressListener progress,
            Cancellation cancellation) {
        requests.inRegion(
                Call.on(Operation.PUT_OBJECT, request.target()),
                region -> {
                    send(region, request, source, ifAbsent, progress, cancellation);
                    return source;
                });
    }

    private void send(
            String region,
            UploadRequest request,
            LocalSource source,
            boolean ifAbsent,
            ProgressListener progress,
            Cancellation cancellation) {
        if (WholeFileUpload.suits(source)) {
            wholeFiles.send(region, put(request, ifAbsent), source, progress, cancellation);
            return;
        }
        UploadState state =
                new UploadState(
                        new UploadProgress(source.size(), progress),
                        id -> Thread.ofVirtual().start(() -> abort(request.target(), id)));
        cancellation.check();
        FileUpload upload =
                clients.uploads(region)
                        .uploadFile(
                                UploadFileRequest.builder()
                                        .source(source.file())
                                        .putObjectRequest(
                                                put(request, ifAbsent).toBuilder()
                                                        .overrideConfiguration(o ->
                                                                o.putExecutionAttribute(
                                                                        UploadWatch.STATE, state))
                                                        .build())
                                        .build());
        Runnable cancel = () -> state.cancel(() -> upload.completionFuture().cancel(true));
        try {
            running.await(upload.completionFuture(), cancel, cancellation);
        } catch (CancellationException e) {
            freeParts(request, state);
            throw e;
        } catch (RuntimeException e) {
            if (!state.isCompleting() || !isStored(request, source)) {
                freeParts(request, state);
                source.checkUnchanged(Call.on(Operation.PUT_OBJECT, request.target()).attempt());
                throw e;
            }
        }
        state.progress().complete();
    }

    /** The transfer manager frees them itself, mostly; what it only logs, this does again. */
    private void freeParts(UploadRequest request, UploadState state) {
        state.uploadId()
                .filter(id -> !state.awaitAborted(Limits.ABORT))
                .ifPresent(id -> abort(request.target(), id));
    }

    private PutObjectRequest put(UploadRequest request, boolean ifAbsent) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder()
                        .bucket(request.target().bucket())
                        .key(request.target().key())
                        .contentType(request.contentType())
                        .metadata(writes.encoded(request.metadata()));
        if (ifAbsent) {
            put.ifNoneMatch("*");
        }
        return put.build();
    }

    /**
     * Whether the object is there after all. A server may put the parts together and lose its
     * answer on the way, or answer a second request for it with NoSuchUpload.
     */
    private boolean isStored(UploadRequest request, LocalSource source) {
        if (source.size() / Limits.PART_BYTES >= MAX_PARTS) {
            // the parts were larger than ours
            return false;
        }
        try {
            String etag = MultipartEtag.of(source.file(), Limits.PART_BYTES);
            return reads.find(request.target())
                    .filter(there -> there.size() == source.size() && there.etag().equals(etag))
                    .isPresent();
        } catch (IOException | FailureException e) {
            return false;
        }
    }

    /**
     * Frees the parts of an upload that will not be finished. The id is the server's own, so the
     * server knows what is meant and cannot take this for deleting the object.
     */
    private void abort(ObjectAddress target, String uploadId) {
        Call call = Call.on(Operation.ABORT_UPLOAD, target);
        try {
            requests.send(
                    call,
                    s3 ->
                            s3.abortMultipartUpload(a ->
                                    a.bucket(target.bucket())
                                            .key(target.key())
                                            .uploadId(uploadId)));
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.NotFound)) {
                LOG.warn(
                        "The parts of an unfinished upload to {} could not be removed",
                        target.s3Uri(),
                        e);
            }
        } catch (CancellationException e) {
            LOG.warn("The connection was closed before parts of {} were removed", target.s3Uri());
        }
    }
}
