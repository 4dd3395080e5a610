package org.outturn.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.outturn.download.DownloadAction;
import org.outturn.download.PlannedDownload;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;

/**
 * Writes one object to its file, or makes the folder that it stands for.
 *
 * @param folder the chosen folder, out of which nothing is written
 * @param tag of the temporary file: the same in every attempt, so that none is left behind
 */
record DownloadTask(PlannedDownload planned, Path folder, String tag) implements TransferTask {

    @Override
    public void run(
            ObjectStore store,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        cancellation.check();
        Path file = planned.file();
        if (planned.action() == DownloadAction.FOLDER) {
            makeFolder(file);
            return;
        }
        makeFolder(file.getParent());
        boolean replace = planned.action() == DownloadAction.REPLACE;
        store.download(
                new DownloadRequest(
                        planned.source(),
                        file,
                        replace,
                        temporary(),
                        traces.download(),
                        Optional.of(progress::saved)),
                progress,
                cancellation);
    }

    /** Where the bytes go until the file is whole. */
    Path temporary() {
        return DownloadRequest.temporaryFor(planned.file(), tag);
    }

    private void makeFolder(Path wanted) {
        try {
            Files.createDirectories(wanted);
            // somebody may have put a link in the way since the plan was made
            if (!wanted.toRealPath().startsWith(folder.toRealPath())) {
                throw LocalFailures.write(wanted, "a link leads out of the chosen folder");
            }
        } catch (IOException e) {
            throw LocalFailures.write(wanted, e);
        }
    }
}
