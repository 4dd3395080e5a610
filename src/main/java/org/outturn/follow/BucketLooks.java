package org.outturn.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputTable;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one bucket again and again, each time beginning from what is known. For one thread. */
public final class BucketLooks {
    private static final Logger LOG = LoggerFactory.getLogger(BucketLooks.class);

    private final ObjectStore store;
    private final InstantSource clock;
    private final long most;
    private final Prefix root;
    private final Prefix place;
    private final Completeness elsewhere;
    private OutputTable known;
    private List<Skip> skips = List.of();
    private @Nullable OutputTable planned;
    private @Nullable List<UnfinishedUpload> uploads;
    private boolean uploadsRefused;

    /**
     * @param start what was found before; also says what is looked at: a bucket, or a prefix of it
     * @param most looks at no more objects than this, at least 1
     */
    public BucketLooks(ObjectStore store, OutputTable start, long most, InstantSource clock) {
        this(store, start, start.listing().prefix(), new Completeness.Running(), most, clock);
    }

    /**
     * @param start what was found before
     * @param place looks at this only, what is elsewhere stays as it was found; not larger than
     *     what was looked at before
     * @param elsewhere how much of the rest was looked at
     * @param most looks at no more objects than this, at least 1
     */
    public BucketLooks(
            ObjectStore store,
            OutputTable start,
            Prefix place,
            Completeness elsewhere,
            long most,
            InstantSource clock) {
        this.store = store;
        this.known = start;
        this.root = start.listing().prefix();
        this.place = place;
        this.elsewhere = elsewhere;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Looks once. Blocks. What is known stays as it was if this throws.
     *
     * @param whole lists everything; else old outputs at places whose keys begin with the time are
     *     taken for unchanged
     * @throws FailureException when the bucket cannot be listed
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public Look look(boolean whole, Cancellation cancellation) {
        Instant now = clock.instant();
        Optional<List<UnfinishedUpload>> open = openUploads(whole, cancellation);
        if (planned != known) {
            skips = SkipPlan.of(known, now);
            planned = known;
        }
        Skip there = PlaceRows.of(known.listing(), place);
        var walk = new KeyWalk(store, known.listing(), place, there, most, cancellation);
        walk.walk(whole ? List.of() : skips);
        Completeness completeness =
                walk.isLimited()
                        ? new Completeness.Partial(Completeness.Cause.LIMIT, clock.instant())
                        : place.equals(root)
                                ? new Completeness.Complete(clock.instant())
                                : elsewhere;
        List<UnfinishedUpload> going = going(open.orElse(List.of()));
        boolean same = walk.isSame() && going.equals(uploads) && !agesByItself();
        if (!same) {
            var collector = new OutputCollector(known.recogniser(), root);
            collector.add(going);
            walk.into(collector);
            known = collector.table(clock.instant());
        }
        uploads = going;
        return new Look(known, completeness, whole || skips.isEmpty());
    }

    /** Those of the place as they are now, and those elsewhere as they were. */
    private List<UnfinishedUpload> going(List<UnfinishedUpload> now) {
        var all = new ArrayList<UnfinishedUpload>();
        known.uploads().stream()
                .filter(upload -> !upload.target().key().startsWith(place.value()))
                .forEach(all::add);
        all.addAll(now);
        return all;
    }

    /** Who may list objects may not always list uploads: that is tried again now and then. */
    private Optional<List<UnfinishedUpload>> openUploads(boolean whole, Cancellation cancellation) {
        if (uploadsRefused && !whole) {
            return Optional.empty();
        }
        try {
            uploadsRefused = false;
            return Optional.of(store.unfinishedUploads(place, cancellation));
        } catch (FailureException e) {
            uploadsRefused = true;
            LOG.info("uploads in parts of {} are not known: {}", place.s3Uri(), e.failure());
            return Optional.empty();
        }
    }

    /** What waits may have waited too long by now. */
    private boolean agesByItself() {
        return known.rows().stream()
                .map(row -> row.bucket().state())
                .anyMatch(state -> state == OutputState.WAITING || state == OutputState.UPLOADING);
    }
}
