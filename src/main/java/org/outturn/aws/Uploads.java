package org.outturn.aws;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.transfer.s3.model.FileUpload;

/** Files that become objects, through the transfer manager. */
final class Uploads {
    private final Server server;
    private final S3Clients clients;
    private final Requests requests;
    private final ObjectReads reads;
    private final ObjectWrites writes;
    private final UnfinishedUploads unfinished;
    private final RunningTransfers running;
    private final WholeFileUpload wholeFiles;

    /** Until the server has refused an {@code If-None-Match}. */
    private final AtomicBoolean conditional = new AtomicBoolean(true);

    Uploads(
            Server server,
            S3Clients clients,
            Requests requests,
            ObjectReads reads,
            ObjectWrites writes,
            UnfinishedUploads unfinished,
            RunningTransfers running,
            Bandwidth bandwidth) {
        this.server = server;
        this.clients = clients;
        this.requests = requests;
        this.reads = reads;
        this.writes = writes;
        this.unfinished = unfinished;
        this.running = running;
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
        Optional<BegunUpload> begun = request.begun().flatMap(b -> begun(b, source));
        if (request.onlyIfAbsent()) {
            checkAbsent(request.target(), call, cancellation);
        }
        boolean withCondition = request.onlyIfAbsent() && conditional.get();
        try {
            send(new Sending(request, source, begun, withCondition), progress, cancellation);
        } catch (FailureException e) {
            if (!withCondition || !(e.failure() instanceof Failure.NotSupported)) {
                throw e;
            }
            // this server does not know the condition; the look above has to do
            conditional.set(false);
            send(new Sending(request, source, begun, false), progress, cancellation);
        }
        source.checkUnchanged(call.attempt());
    }

    /** What can be used of an earlier attempt; what cannot is freed. */
    private Optional<BegunUpload> begun(PartialUpload earlier, LocalSource source) {
        Optional<SentParts> sent = unfinished.parts(earlier);
        boolean useful =
                earlier.fileBytes() == source.size()
                        && earlier.partBytes() == source.partBytes()
                        && earlier.fileModified().equals(source.modified().toInstant())
                        && sent.map(SentParts::fit).orElse(false);
        if (!useful && sent.isPresent()) {
            unfinished.tryAbort(earlier.target(), earlier.uploadId());
        }
        return sent.filter(_ -> useful).map(parts -> new BegunUpload(earlier, parts));
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

    private void send(Sending sending, ProgressListener progress, Cancellation cancellation) {
        requests.inRegion(
                Call.on(Operation.PUT_OBJECT, sending.request().target()),
                region -> {
                    send(region, sending, progress, cancellation);
                    return sending;
                });
    }

    private void send(
            String region, Sending sending, ProgressListener progress, Cancellation cancellation) {
        UploadRequest request = sending.request();
        LocalSource source = sending.source();
        if (WholeFileUpload.suits(source)) {
            wholeFiles.send(
                    region, put(request, sending.ifAbsent()), source, progress, cancellation);
            return;
        }
        UploadState state =
                new UploadState(
                        new UploadProgress(source.size(), sending.bytesSent(), progress),
                        new UploadState.Owner() {
                            @Override
                            public void begun(String id) {
                                progress.begun(source.partial(request.target(), id));
                            }

                            @Override
                            public void free(String id) {
                                Thread.ofVirtual()
                                        .start(() -> unfinished.tryAbort(request.target(), id));
                            }
                        },
                        request.keepParts());
        sending.begun().ifPresent(begun -> state.goesOn(begun.upload().uploadId()));
        cancellation.check();
        FileUpload upload =
                sending.start(
                        clients.uploads(region),
                        put(request, sending.ifAbsent()).toBuilder()
                                .overrideConfiguration(
                                        o -> o.putExecutionAttribute(UploadWatch.STATE, state))
                                .build());
        Runnable cancel =
                () ->
                        state.cancel(
                                cancellation.isForLater(),
                                () -> upload.completionFuture().cancel(true));
        try {
            running.await(upload.completionFuture(), cancel, cancellation);
        } catch (RuntimeException e) {
            if (!state.isCompleting() || !isStored(request, source)) {
                freeParts(request, state);
                if (e instanceof CancellationException) {
                    throw e;
                }
                source.checkUnchanged(Call.on(Operation.PUT_OBJECT, request.target()).attempt());
                throw e;
            }
        }
        state.progress().complete();
    }

    /** The transfer manager frees them itself, mostly; what it only logs, this does again. */
    private void freeParts(UploadRequest request, UploadState state) {
        if (state.keepsParts()) {
            return;
        }
        state.uploadId()
                .filter(id -> !state.awaitAborted(Limits.ABORT))
                .ifPresent(id -> unfinished.tryAbort(request.target(), id));
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
        try {
            String etag = MultipartEtag.of(source.file(), source.partBytes());
            return reads.find(request.target())
                    .filter(there -> there.size() == source.size() && there.etag().equals(etag))
                    .isPresent();
        } catch (IOException | FailureException e) {
            return false;
        }
    }
}
