package org.outturn.aws;

import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;

/** Whole files, both ways, on one connection. */
final class S3Transfers {
    private final RunningTransfers running = new RunningTransfers();
    private final Uploads uploads;
    private final Downloads downloads;

    S3Transfers(
            Server server,
            S3Clients clients,
            Requests requests,
            ObjectReads reads,
            ObjectWrites writes,
            UnfinishedUploads unfinished,
            Bandwidth bandwidth) {
        Abilities abilities = new Abilities(server.verifiesChecksums());
        ReadBack readBack = new ReadBack(requests);
        uploads =
                new Uploads(
                        server,
                        clients,
                        requests,
                        reads,
                        unfinished,
                        running,
                        new WholeFileUpload(clients, bandwidth),
                        abilities,
                        new AfterUpload(
                                new UploadCheck(abilities, requests, reads, readBack),
                                new KeptOptions(reads),
                                new LostTags(server, reads, writes)));
        downloads =
                new Downloads(
                        clients,
                        requests,
                        running,
                        bandwidth,
                        new DownloadCheck(abilities, readBack));
    }

    void upload(UploadRequest request, ProgressListener progress, Cancellation cancellation) {
        uploads.upload(request, progress, cancellation);
    }

    void download(DownloadRequest request, ProgressListener progress, Cancellation cancellation) {
        downloads.download(request, progress, cancellation);
    }

    /** Cancels all that run, and waits a while for them to tidy up. */
    void close() {
        running.close(Limits.CLOSE);
    }
}
