package org.outturn.aws;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.transfer.s3.model.FileUpload;

/** Files that become objects, through the transfer manager. */
final class Uploads {
    private static final int PRECONDITION_FAILED = 412;

    private final Server server;
    private final S3Clients clients;
    private final Requests requests;
    private final ObjectReads reads;
    private final UnfinishedUploads unfinished;
    private final RunningTransfers running;
    private final WholeFileUpload wholeFiles;
    private final Abilities abilities;
    private final AfterUpload after;
    private final PutRequests puts = new PutRequests();

    /** Once the server has refused an upload because of its {@code If-None-Match}. */
    private final AtomicBoolean honoured = new AtomicBoolean();

    private final FreeKeys freeKeys;

    Uploads(
            Server server,
            S3Clients clients,
            Requests requests,
            ObjectReads reads,
            UnfinishedUploads unfinished,
            RunningTransfers running,
            WholeFileUpload wholeFiles,
            Abilities abilities,
            AfterUpload after) {
        this.server = server;
        this.clients = clients;
        this.requests = requests;
        this.reads = reads;
        this.unfinished = unfinished;
        this.running = running;
        this.freeKeys = new FreeKeys(requests);
        this.wholeFiles = wholeFiles;
        this.abilities = abilities;
        this.after = after;
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
        if (request.onlyIfAbsent() && !isKnownAbsent(request.target(), source)) {
            checkAbsent(request.target(), call, cancellation);
        }
        FileDigests digests = new FileDigests(source);
        Abilities.Way way = abilities.way(request.onlyIfAbsent());
        while (true) {
            Sending sending = new Sending(request, source, digests, begun, way);
            PutObjectResponse answer;
            try {
                answer =
                        requests.inRegion(
                                call, region -> send(region, sending, progress, cancellation));
            } catch (FailureException e) {
                if (way.ifAbsent() && e.failure().technical().status() == PRECONDITION_FAILED) {
                    honoured.set(true);
                }
                // this server does not know the condition: the look above has to do; or not the
                // checksum: then its ETag has to
                way = way.without(e.failure()).orElseThrow(() -> e);
                continue;
            }
            abilities.works(way, request.onlyIfAbsent());
            after.finish(sending, answer, cancellation);
            return;
        }
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

    /**
     * Whether the look before a small upload can be left out: because the server itself checks, or
     * because a look has just been taken. Not for parts: that some servers check a single request
     * says nothing of them, and a conflict should not come after gigabytes.
     */
    private boolean isKnownAbsent(ObjectAddress target, LocalSource source) {
        return WholeFileUpload.suits(source)
                && (abilities.way(true).ifAbsent() && (server.aws() || honoured.get())
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

    private PutObjectResponse send(
            String region, Sending sending, ProgressListener progress, Cancellation cancellation) {
        UploadRequest request = sending.request();
        LocalSource source = sending.source();
        if (WholeFileUpload.suits(source)) {
            return wholeFiles.send(region, sending, progress, cancellation);
        }
        Instant since = Instant.now();
        UploadState state = state(sending, progress);
        sending.begun().ifPresent(begun -> state.goesOn(begun.upload().uploadId()));
        cancellation.check();
        FileUpload upload = sending.start(clients.uploads(region), put(sending, state));
        Runnable cancel =
                () ->
                        state.cancel(
                                cancellation.isForLater(),
                                () -> upload.completionFuture().cancel(true));
        PutObjectResponse answer;
        try {
            answer = running.await(upload.completionFuture(), cancel, cancellation).response();
        } catch (RuntimeException e) {
            Optional<PutObjectResponse> stored = storedAfterAll(sending, state);
            if (stored.isEmpty()) {
                if (isAboutParts(e)) {
                    state.spoilt();
                }
                freeParts(request, state);
                if (!request.keepParts()) {
                    // a server that has just kept silent is not to be waited for once more
                    Thread.ofVirtual().start(() -> freeNameless(request, state, since));
                }
                if (e instanceof CancellationException) {
                    throw e;
                }
                source.checkUnchanged(Call.on(Operation.PUT_OBJECT, request.target()).attempt());
                throw e;
            }
            answer = stored.get();
        }
        freeNameless(request, state, since);
        state.progress().complete();
        return answer;
    }

    private UploadState state(Sending sending, ProgressListener progress) {
        ObjectAddress target = sending.request().target();
        LocalSource source = sending.source();
        return new UploadState(
                new UploadProgress(source.size(), sending.bytesSent(), progress),
                new UploadState.Owner() {
                    @Override
                    public void begun(String id) {
                        progress.begun(source.partial(target, id));
                    }

                    @Override
                    public void free(String id) {
                        Thread.ofVirtual().start(() -> unfinished.tryAbort(target, id));
                    }
                },
                sending.digests(),
                sending.way().md5(),
                sending.request().keepParts());
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

    private void freeNameless(UploadRequest request, UploadState state, Instant since) {
        if (state.mayHaveNameless()) {
            unfinished.freeNameless(request.target(), since);
        }
    }

    private PutObjectRequest put(Sending sending, UploadState state) {
        return puts.of(sending.request(), sending.way())
                .overrideConfiguration(o -> o.putExecutionAttribute(UploadWatch.STATE, state))
                .build();
    }

    /** Whether a server refused to make an object of the parts that it has. */
    private static boolean isAboutParts(RuntimeException thrown) {
        return thrown.getCause() instanceof S3Exception refusal
                && refusal.awsErrorDetails() != null
                && "InvalidPart".equals(refusal.awsErrorDetails().errorCode());
    }

    /**
     * What the answer would have been, if the object is there after all. A server may put the parts
     * together and lose its answer on the way, or answer a second request for it with NoSuchUpload.
     */
    private Optional<PutObjectResponse> storedAfterAll(Sending sending, UploadState state) {
        return state.isCompleting() ? after.stored(sending) : Optional.empty();
    }
}
