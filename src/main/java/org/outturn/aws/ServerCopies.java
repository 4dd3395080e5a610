package org.outturn.aws;

import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.CopyRequest;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/** Copies that the server makes by itself, each in one request. */
final class ServerCopies {
    private final Requests requests;
    private final ObjectReads reads;

    ServerCopies(Requests requests, ObjectReads reads) {
        this.requests = requests;
        this.reads = reads;
    }

    void copy(CopyRequest request, ProgressListener progress, Cancellation cancellation) {
        Call call = Call.on(Operation.COPY_OBJECT, request.target());
        cancellation.check();
        if (request.onlyIfAbsent() && reads.find(request.target()).isPresent()) {
            throw new FailureException(
                    new Failure.Conflict(
                            call.attempt(),
                            Technical.of("there is an object of that key already")));
        }
        CopyObjectRequest copy =
                CopyObjectRequest.builder()
                        .sourceBucket(request.source().bucket())
                        .sourceKey(request.source().key())
                        .copySourceIfMatch(request.etag().isEmpty() ? null : request.etag())
                        .destinationBucket(request.target().bucket())
                        .destinationKey(request.target().key())
                        .build();
        new Interruptible(cancellation).call(() -> requests.send(call, s3 -> s3.copyObject(copy)));
        progress.transferred(request.bytes(), request.bytes());
    }
}
