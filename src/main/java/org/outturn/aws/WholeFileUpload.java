package org.outturn.aws;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.outturn.failure.Attempt;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * A file that goes up in one request. It does without the transfer manager and its event loops: a
 * small file costs half the processor time on a blocking connection (docs/benchmarks.md).
 */
final class WholeFileUpload {
    private final S3Clients clients;
    private final Bandwidth bandwidth;
    private final PutRequests puts = new PutRequests();

    WholeFileUpload(S3Clients clients, Bandwidth bandwidth) {
        this.clients = clients;
        this.bandwidth = bandwidth;
    }

    /** Whether a file goes in one request, not in parts. */
    static boolean suits(UploadRequest request, LocalSource source) {
        return source.size() < request.options().partsFrom();
    }

    /** Stores the file; returns when it is stored. */
    PutObjectResponse send(
            String region, Sending sending, ProgressListener listener, Cancellation cancellation) {
        LocalSource source = sending.source();
        Attempt attempt = Call.on(Operation.PUT_OBJECT, sending.request().target()).attempt();
        UploadProgress progress = new UploadProgress(source.size(), 0, listener);
        FileRequests requests = clients.wholeFiles(region);
        PutObjectResponse answer;
        try {
            WireBody body = WireBody.of(source, progress, bandwidth);
            if (sending.way().md5()) {
                body.inMemory().ifPresent(sending.digests()::read);
            }
            PutObjectRequest put =
                    puts.ofWhole(sending.request(), sending.way(), sending.digests()).build();
            answer =
                    new Interruptible(cancellation)
                            .toItsEnd(() -> requests.put(put, body, source.size()), Limits.ABORT);
        } catch (IOException e) {
            throw LocalSource.failure(source.file(), attempt, e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            source.checkUnchanged(attempt);
            throw e;
        }
        progress.complete();
        return answer;
    }
}
