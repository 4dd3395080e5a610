package org.outturn.orphans;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.outturn.catalog.OutputCollector;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/**
 * Looks through a whole bucket for what pipelines left behind. Blocks on the server: call {@link
 * #find} on a virtual thread. Changes nothing.
 */
public final class OrphanSearch {
    private final ObjectStore store;
    private final Recogniser recogniser;
    private final InstantSource clock;
    private final long mostObjects;

    /**
     * How far it is.
     *
     * @param objects that were listed
     * @param asked how many of them were asked for what the list does not tell
     */
    public record Progress(long objects, int asked) {}

    /**
     * @param mostObjects looks at no more objects than this, at least 1
     */
    public OrphanSearch(
            ObjectStore store, Recogniser recogniser, InstantSource clock, long mostObjects) {
        this.store = store;
        this.recogniser = recogniser;
        this.clock = clock;
        this.mostObjects = mostObjects;
    }

    /**
     * Lists the bucket anew: what was listed a while ago may have been replaced since.
     *
     * @param busyKeys keys that transfers of this program still work on
     * @throws FailureException if the bucket cannot be listed
     * @throws CancellationException when cancelled
     */
    public OrphanReport find(
            String bucket,
            Set<String> busyKeys,
            Cancellation cancellation,
            Consumer<Progress> progress) {
        Prefix root = Prefix.root(bucket);
        Optional<List<UnfinishedUpload>> uploads = uploads(root, cancellation);
        var listed = new Listed(root, cancellation, progress);
        boolean complete = listed.list();
        List<UnfinishedUpload> known = uploads.orElse(List.of());
        listed.collector.add(known);
        var now = clock.instant();
        OrphanFindings findings =
                OrphanFinder.find(
                        listed.collector.table(now),
                        recogniser,
                        new OrphanFinder.Look(known, complete, busyKeys, now));
        OrphanReport report =
                MetadataLook.settle(
                        store,
                        findings,
                        cancellation,
                        asked -> progress.accept(new Progress(listed.objects, asked)));
        return uploads.isPresent() ? report : report.with(new OrphanDoubt.UploadsNotTold());
    }

    /** Who may list objects may not always list uploads, and not every server can. */
    private Optional<List<UnfinishedUpload>> uploads(Prefix root, Cancellation cancellation) {
        try {
            return Optional.of(store.unfinishedUploads(root, cancellation));
        } catch (FailureException e) {
            boolean notTold =
                    e.failure() instanceof Failure.AccessDenied
                            || e.failure() instanceof Failure.NotSupported;
            if (notTold) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The listing while it goes on. */
    private final class Listed {
        private final Prefix root;
        private final Cancellation cancellation;
        private final Consumer<Progress> progress;
        private final Cancellation enough = new Cancellation();
        private final OutputCollector collector;
        private long objects;
        private boolean cut;

        Listed(Prefix root, Cancellation cancellation, Consumer<Progress> progress) {
            this.root = root;
            this.cancellation = cancellation;
            this.progress = progress;
            this.collector = new OutputCollector(recogniser, root);
        }

        /** Whether that was the whole bucket. */
        boolean list() {
            cancellation.onCancel(enough::cancel);
            try {
                store.list(root, "", "", enough, this::add);
            } catch (CancellationException e) {
                cancellation.check();
                if (!cut) {
                    throw e;
                }
            }
            return !cut;
        }

        private void add(ListingPage page) {
            collector.add(page);
            objects += page.objects().size();
            progress.accept(new Progress(objects, 0));
            if (objects >= mostObjects && !page.last()) {
                cut = true;
                enough.cancel();
            }
        }
    }
}
