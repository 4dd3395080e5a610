package org.outturn.aws;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Objects that become files. */
final class Downloads {
    private final S3Clients clients;
    private final Requests requests;
    private final RunningTransfers running;
    private final Pace pace;
    private final DownloadCheck check;

    Downloads(
            S3Clients clients,
            Requests requests,
            RunningTransfers running,
            Bandwidth bandwidth,
            DownloadCheck check) {
        this.clients = clients;
        this.requests = requests;
        this.running = running;
        this.pace = new Pace(bandwidth.down());
        this.check = check;
    }

    void download(DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        cancellation.check();
        running.run(cancellation, either -> downloadTracked(request, progress, either));
    }

    private void downloadTracked(
            DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        Call call = Call.on(Operation.GET_OBJECT, request.source());
        Path target = request.file();
        if (!request.replace() && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw conflict(target, call);
        }
        try (TemporaryFile temporary = temporary(request)) {
            Received received;
            try (RangeFile file = RangeFile.open(temporary.path(), request, progress)) {
                Interruptible thread = new Interruptible(cancellation);
                received =
                        requests.inRegion(
                                call, region -> receive(region, request, temporary, file, thread));
            }
            GetObjectResponse answer = received.answer();
            ObjectClaims told = ObjectClaims.of(answer, wholeSize(answer));
            if (!check.settles(told, received.etag())) {
                check.check(request.source(), temporary.path(), told, cancellation);
            }
            told.modified().ifPresent(temporary::setModified);
            cancellation.check();
            if (Files.isDirectory(target)) {
                throw new FileAlreadyExistsException(target.toString(), null, "it is a folder");
            }
            temporary.moveTo(target, request.replace());
        } catch (FileAlreadyExistsException e) {
            throw conflict(target, call);
        } catch (IOException e) {
            throw LocalSource.failure(target, call.attempt(), e);
        }
    }

    private static TemporaryFile temporary(DownloadRequest request) throws IOException {
        Optional<PartialDownload> begun = begun(request);
        return begun.isPresent()
                ? TemporaryFile.of(begun.get().file())
                : TemporaryFile.anew(request.temporary());
    }

    /** What an earlier download has left, if it is still there. */
    private static Optional<PartialDownload> begun(DownloadRequest request) {
        return request.begun()
                .filter(begun -> begun.file().equals(request.temporary()))
                .filter(begun -> Files.isRegularFile(begun.file(), LinkOption.NOFOLLOW_LINKS))
                .filter(begun -> !begun.done().isEmpty());
    }

    /**
     * All that came.
     *
     * @param etag made of it on the way; empty where that was not possible
     */
    private record Received(GetObjectResponse answer, Optional<String> etag) {}

    private Received receive(
            String region,
            DownloadRequest request,
            TemporaryFile temporary,
            RangeFile file,
            Interruptible thread) {
        RangedDownload download =
                new RangedDownload(clients.wholeFiles(region), request.source(), file, pace);
        try {
            GetObjectResponse answer =
                    thread.toItsEnd(() -> download.run(begun(request)), Limits.ABORT);
            return new Received(answer, download.receivedEtag());
        } catch (RuntimeException e) {
            if (download.save()) {
                temporary.keep();
            }
            throw e;
        }
    }

    /** An answer to a request for a range tells of the whole behind a slash (RFC 9110, 14.4). */
    private static long wholeSize(GetObjectResponse answer) {
        String range = answer.contentRange();
        return range == null
                ? answer.contentLength()
                : Long.parseLong(range.substring(range.indexOf('/') + 1));
    }

    private static FailureException conflict(Path target, Call call) {
        return new FailureException(
                new Failure.Conflict(
                        call.attempt(), Technical.of("the file is there already: " + target)));
    }
}
