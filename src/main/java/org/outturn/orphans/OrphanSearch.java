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
 * Looks through a bucket, or a part of it, for what pipelines left behind. Blocks on the server:
 * call {@link #find} on a virtual thread. Changes nothing.
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
     * @param part the top of the bucket; below it only as far as that goes without the rest of the
     *     bucket, as a counterpart may be there
     * @param busyKeys keys that transfers of this program still work on
     * @throws FailureException if it cannot be listed
     * @throws CancellationException when cancelled
     */
    public OrphanReport find(
            Prefix part,
            Set<String> busyKeys,
            Cancellation cancellation,
            Consumer<Progress> progress) {
        Optional<List<UnfinishedUpload>> uploads = uploads(part, cancellation);
        var listed = new Listed(part, cancellation, progress);
        boolean complete = listed.list();
        List<UnfinishedUpload> known = uploads.orElse(List.of());
        listed.collector.add(known);
        var now = clock.instant();
        OrphanFindings findings =
                OrphanFinder.find(
                        listed.collector.table(now),
                        recogniser,
                        new OrphanFinder.Look(known, complete && part.isRoot(), busyKeys, now));
        OrphanReport report =
                MetadataLook.settle(
                        store,
                        findings,
                        cancellation,
                        asked -> progress.accept(new Progress(listed.objects, asked)));
        if (!complete) {
            report = report.with(new OrphanDoubt.NotAllListed(listed.objects));
        }
        if (!part.isRoot()) {
            report = report.with(new OrphanDoubt.OnlyPart(part.value()));
        }
        return uploads.isPresent() ? report : report.with(new OrphanDoubt.UploadsNotTold());
    }

    /** Who may list objects may not always list uploads, and not every server can. */
    private Optional<List<UnfinishedUpload>> uploads(Prefix part, Cancellation cancellation) {
        try {
            return Optional.of(store.unfinishedUploads(part, cancellation));
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
        private final Prefix part;
        private final Cancellation cancellation;
        private final Consumer<Progress> progress;
        private final Cancellation enough = new Cancellation();
        private final OutputCollector collector;
        private long objects;
        private boolean cut;

        Listed(Prefix part, Cancellation cancellation, Consumer<Progress> progress) {
            this.part = part;
            this.cancellation = cancellation;
            this.progress = progress;
            this.collector = new OutputCollector(recogniser, part);
        }

        /** Whether that was all. */
        boolean list() {
            cancellation.onCancel(enough::cancel);
            try {
                store.list(part, "", "", enough, this::add);
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
