package org.outturn.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** Makes download plans: lists what was selected and finds a safe local name for each object. */
public final class DownloadPlanner {
    /** Larger files are not read just to be compared: 64 MiB. */
    private static final long MOST_READ_BYTES = 64L << 20;

    private final ObjectStore store;

    public DownloadPlanner(ObjectStore store) {
        this.store = store;
    }

    /**
     * Blocks on disk and server: call it on a virtual thread. Writes nothing.
     *
     * <p>Every local path lies in the chosen folder, can be held by Windows, macOS and Linux, and
     * is no other object's even on a disk that takes no notice of case. What is on the disk already
     * is replaced only by {@link ExistingFilePolicy#REPLACE}, and only a file of exactly that name.
     *
     * @param folder need not be there yet
     * @param found told how many objects have been seen so far, on the calling thread
     * @throws org.outturn.failure.FailureException if a prefix cannot be listed or the folder not
     *     be read
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public DownloadPlan plan(
            DownloadSelection selection,
            Path folder,
            ExistingFilePolicy policy,
            Cancellation cancellation,
            LongConsumer found) {
        Map<String, ObjectEntry> objects = new TreeMap<>();
        selection.objects().forEach(entry -> objects.put(entry.key(), entry));
        for (Prefix prefix : selection.prefixes()) {
            store.list(
                    prefix,
                    "",
                    "",
                    cancellation,
                    page -> {
                        page.objects().forEach(entry -> objects.put(entry.key(), entry));
                        found.accept(objects.size());
                    });
        }
        cancellation.check();
        Path chosen = folder.toAbsolutePath().normalize();
        LocalNames names = new LocalNames(selection.base(), chosen);
        List<FoundObject> placed =
                names.place(objects.values()).stream()
                        .map(object -> compared(object, chosen, cancellation))
                        .toList();
        return new DownloadPlan(new DownloadSurvey(chosen, placed), policy);
    }

    /** Whether the file that an object meets has its bytes already, where that can be told. */
    private static FoundObject compared(FoundObject o, Path folder, Cancellation cancellation) {
        boolean comparable =
                o.meets() == LocalFolder.Meets.FILE
                        && o.size() <= MOST_READ_BYTES
                        && FileEtag.comparable(o.etag(), o.size());
        if (!comparable) {
            return o;
        }
        Path file = folder.resolve(o.name());
        try {
            return Files.size(file) == o.size() && FileEtag.matches(file, o.etag(), cancellation)
                    ? o.with(LocalFolder.Meets.SAME)
                    : o;
        } catch (IOException e) {
            // what cannot be read is not known to be the same
            return o;
        }
    }
}
