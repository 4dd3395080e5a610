package org.outturn.aws;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.transfer.s3.model.DownloadFileRequest;
import software.amazon.awssdk.transfer.s3.model.FileDownload;

/** Objects that become files, through the transfer manager. */
final class Downloads {
    private final S3Clients clients;
    private final Requests requests;
    private final RunningTransfers running;
    private final DownloadCheck check;

    Downloads(S3Clients clients, Requests requests, RunningTransfers running, DownloadCheck check) {
        this.clients = clients;
        this.requests = requests;
        this.running = running;
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
        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            GetObjectResponse answer =
                    requests.inRegion(
                            call,
                            region -> receive(region, request, temporary, progress, cancellation));
            ObjectClaims told = ObjectClaims.of(answer, answer.contentLength());
            check.check(request.source(), temporary.path(), told, cancellation);
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

    private GetObjectResponse receive(
            String region,
            DownloadRequest request,
            TemporaryFile temporary,
            ProgressListener progress,
            Cancellation cancellation) {
        FileDownload download =
                clients.downloads(region)
                        .downloadFile(
                                DownloadFileRequest.builder()
                                        .destination(temporary.path())
                                        .getObjectRequest(get ->
                                                get.bucket(request.source().bucket())
                                                        .key(request.source().key()))
                                        .addTransferListener(new Progress(progress))
                                        .build());
        try {
            return running.await(
                            download.completionFuture(),
                            () -> download.completionFuture().cancel(true),
                            cancellation)
                    .response();
        } catch (RuntimeException e) {
            checkSpace(request, download, e);
            throw e;
        }
    }

    /** A full disk raises an exception that only its wording would tell from a broken line. */
    private static void checkSpace(
            DownloadRequest request, FileDownload download, RuntimeException thrown) {
        long total = download.progress().snapshot().totalBytes().orElse(0);
        long left = total - download.progress().snapshot().transferredBytes();
        try {
            Path folder = request.file().toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new NotDirectoryException(String.valueOf(folder));
            }
            if (left > 0 && Files.getFileStore(folder).getUsableSpace() < left) {
                throw new IOException("the disk is full");
            }
        } catch (IOException e) {
            e.addSuppressed(Redaction.copyOf(thrown));
            throw LocalSource.failure(
                    request.file(), Call.on(Operation.GET_OBJECT, request.source()).attempt(), e);
        }
    }

    private static FailureException conflict(Path target, Call call) {
        return new FailureException(
                new Failure.Conflict(
                        call.attempt(), Technical.of("the file is there already: " + target)));
    }
}
