package org.outturn.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at a whole bucket, or a place in one. For one thread. */
final class Survey {
    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    /** A table is made of all outputs: not for every page. */
    private static final Duration BETWEEN_TABLES = Duration.ofMillis(400);

    private final OutputCollector collector;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    Survey(Recogniser recogniser, Prefix root, InstantSource clock) {
        this.collector = new OutputCollector(recogniser, root);
        this.clock = clock;
    }

    /** Who may list objects may not always list uploads: then those are not known. */
    void addUploads(ObjectStore store, Prefix root, Cancellation cancellation) {
        try {
            collector.add(store.unfinishedUploads(root, cancellation));
        } catch (FailureException e) {
            LOG.info("uploads in parts of {} are not known: {}", root.s3Uri(), e.failure());
        }
    }

    void add(ListingPage page) {
        collector.add(page);
    }

    /** What there is by now, unless that was said a moment ago. */
    Optional<OutputTable> due() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        next = now.plus(BETWEEN_TABLES);
        return Optional.of(collector.table(now));
    }

    OutputTable table() {
        return collector.table(clock.instant());
    }
}
