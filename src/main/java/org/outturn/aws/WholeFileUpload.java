package org.outturn.aws;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.outturn.failure.Attempt;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A file that goes up in one request. It does without the transfer manager and its event loops: a
 * small file costs half the processor time on a blocking connection (docs/benchmarks.md).
 */
final class WholeFileUpload {
    private final S3Clients clients;
    private final Bandwidth bandwidth;

    WholeFileUpload(S3Clients clients, Bandwidth bandwidth) {
        this.clients = clients;
        this.bandwidth = bandwidth;
    }

    /** Whether a file goes in one request, not in parts. */
    static boolean suits(LocalSource source) {
        return source.size() < Limits.PART_BYTES;
    }

    /** Stores the file; returns when it is stored. */
    void send(
            String region,
            PutObjectRequest put,
            LocalSource source,
            ProgressListener listener,
            Cancellation cancellation) {
        Attempt attempt = new Attempt(Operation.PUT_OBJECT.action(), source.file().toString());
        UploadProgress progress = new UploadProgress(source.size(), listener);
        FileRequests requests = clients.wholeFiles(region);
        try {
            WireBody body = WireBody.of(source, progress, bandwidth);
            new Interruptible(cancellation)
                    .toItsEnd(
                            () -> {
                                requests.put(put, body, source.size());
                                return put;
                            },
                            Limits.ABORT);
        } catch (IOException e) {
            throw LocalSource.failure(source.file(), attempt, e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            source.checkUnchanged(attempt);
            throw e;
        }
        progress.complete();
    }
}
