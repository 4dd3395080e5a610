package org.outturn.layouts;

import java.nio.file.Path;
import java.util.List;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.layouts.LayoutFile.Origin;
import org.outturn.layouts.LayoutFile.Reading;
import org.outturn.pipeline.layout.LayoutReader;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;

/**
 * The layouts that count: the operator's own before the bucket's before the shipped ones; one of
 * the same id takes the place of a later one (docs/layouts.md). Safe for use by many threads.
 */
public final class LayoutBook {
    /** The object in which a bucket brings layouts of its own. */
    public static final String BUCKET_KEY = ".outturn/layouts.json";

    private final LayoutFolder folder;
    private final Object changing = new Object();
    private volatile LayoutPage now = LayoutPage.SHIPPED;

    /**
     * @param folder of the operator's own layouts; need not be there. Nothing is read yet
     */
    public LayoutBook(Path folder) {
        this.folder = new LayoutFolder(folder);
    }

    /** Where the operator's own layouts are. */
    public Path folder() {
        return folder.path();
    }

    /** What counts at the moment; the same object as long as nothing changes. */
    public LayoutPage now() {
        return now;
    }

    /** The layouts that count at the moment. */
    public Layouts layouts() {
        return now.layouts();
    }

    /**
     * Reads the operator's own files as far as they have changed. Blocks.
     *
     * @param again reads all of them, whatever their times say
     */
    public LayoutPage readFolder(boolean again) {
        List<LayoutFile> files = folder.read(again);
        synchronized (changing) {
            now = now.withOwn(files);
            return now;
        }
    }

    /** Forgets the bucket's layouts: another one is being opened. */
    public LayoutPage leaveBucket() {
        synchronized (changing) {
            now = now.withBucket(List.of());
            return now;
        }
    }

    /**
     * Reads what a bucket brings: one request, of at most {@link LayoutReader#MOST_BYTES} and one.
     * Blocks. Throws nothing of the store's: what went wrong is on the page.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; then nothing has changed
     */
    public LayoutPage readBucket(ObjectStore store, String bucket, Cancellation cancellation) {
        List<LayoutFile> files = fetch(store, new ObjectAddress(bucket, BUCKET_KEY), cancellation);
        synchronized (changing) {
            cancellation.check();
            now = now.withBucket(files);
            return now;
        }
    }

    private static List<LayoutFile> fetch(
            ObjectStore store, ObjectAddress address, Cancellation cancellation) {
        try {
            byte[] content = store.read(address, 0, LayoutReader.MOST_BYTES + 1, cancellation);
            return List.of(LayoutFile.read(Origin.BUCKET, address.s3Uri(), content));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return List.of();
            }
            return List.of(
                    new LayoutFile(
                            Origin.BUCKET, address.s3Uri(), new Reading.Failed(e.failure())));
        }
    }
}
