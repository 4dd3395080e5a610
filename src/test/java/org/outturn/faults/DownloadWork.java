package org.outturn.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.DownloadSelection;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.TransferQueue;

/** One object that becomes a file in a new folder. */
final class DownloadWork implements Work {
    private final DownloadPlan plan;
    private final Path original;
    private final Path folder;

    /**
     * @param bucket reached without the proxy
     * @param source the prefix that has nothing but the object
     * @param original what the object was made of
     */
    DownloadWork(TestBucket bucket, Prefix source, Path original, Path folder) {
        this.original = original;
        this.folder = folder;
        this.plan =
                new DownloadPlanner(bucket.store())
                        .plan(
                                new DownloadSelection(source, List.of(), List.of(source)),
                                folder,
                                ExistingFilePolicy.KEEP_BOTH,
                                Cancellation.never(),
                                n -> {});
    }

    @Override
    public void submit(TransferQueue queue) {
        queue.submit(plan, BatchListener.NONE);
    }

    @Override
    public List<String> wrong() {
        try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return all.filter(file -> !file.equals(made()) || !isSame(file))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> missing() {
        return Files.exists(made()) ? List.of() : List.of(made().toString());
    }

    private Path made() {
        return folder.resolve(original.getFileName());
    }

    private boolean isSame(Path file) {
        try {
            return Files.mismatch(file, original) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
