package org.outturn.ui.outputs;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.OutputTable;
import org.outturn.evidence.OutputExpiry;
import org.outturn.failure.FailureException;
import org.outturn.lifecycle.Coverage;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.lifecycle.RuleCoverage;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.ui.common.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lifecycle rules of the open bucket, once they are read. Used on the JavaFX thread. */
final class Rules {
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final TaskRunner tasks;
    private Cancellation reading = new Cancellation();
    private Cancellation covering = new Cancellation();
    private final ReadOnlyObjectWrapper<@Nullable Coverage> coverage =
            new ReadOnlyObjectWrapper<>();
    private @Nullable LifecycleRules rules;
    private Optional<BucketVersioning> versioning = Optional.empty();

    /**
     * What is asked of a bucket.
     *
     * @param versioning empty if that is not known
     */
    private record Asked(LifecycleRules rules, Optional<BucketVersioning> versioning) {}

    Rules(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Knows of no rules any more. */
    void leave() {
        reading.cancel();
        covering.cancel();
        rules = null;
        versioning = Optional.empty();
        coverage.set(null);
    }

    /**
     * Who may not read the rules sees what the server says of each object, and no more.
     *
     * @param arrived told when that is known
     */
    void read(ObjectStore from, String bucket, Runnable arrived) {
        reading =
                tasks.run(
                        "read lifecycle",
                        _ -> new Asked(rules(from, bucket), versioning(from, bucket)),
                        found -> {
                            rules = found.rules();
                            versioning = found.versioning();
                            arrived.run();
                        },
                        _ -> {
                            rules = LifecycleRules.NONE;
                            arrived.run();
                        });
    }

    private static LifecycleRules rules(ObjectStore from, String bucket) {
        try {
            return LifecycleRules.of(from.lifecycle(bucket));
        } catch (FailureException e) {
            LOG.info("the rules of {} are not known: {}", bucket, e.failure());
            return LifecycleRules.NONE;
        }
    }

    private static Optional<BucketVersioning> versioning(ObjectStore from, String bucket) {
        try {
            return Optional.of(from.versioning(bucket));
        } catch (FailureException e) {
            LOG.info("whether {} keeps versions is not known: {}", bucket, e.failure());
            return Optional.empty();
        }
    }

    /** What the bucket does with older versions; empty if that is not known. */
    Optional<BucketVersioning> versioning() {
        return versioning;
    }

    private boolean isVersioned() {
        return versioning.map(BucketVersioning::hasVersions).orElse(false);
    }

    /** Works out for how much of a bucket the rules hold; nothing while they are not known. */
    void cover(@Nullable OutputTable table) {
        LifecycleRules now = rules;
        covering.cancel();
        if (now == null || table == null) {
            return;
        }
        ListingTable listing = table.listing();
        boolean versioned = isVersioned();
        covering =
                tasks.run(
                        "hold rules against objects",
                        cancellation -> coverage(now, listing, versioned, cancellation),
                        coverage::set,
                        _ -> {});
    }

    private static Coverage coverage(
            LifecycleRules rules,
            ListingTable listing,
            boolean versioned,
            Cancellation cancellation) {
        var counted = new RuleCoverage(rules);
        for (int row = 0; row < listing.size(); row++) {
            cancellation.check();
            counted.add(ObjectFacts.of(listing.entry(row), versioned));
        }
        return counted.coverage();
    }

    /** For how much the rules hold; nothing while that is not known. */
    ReadOnlyObjectProperty<@Nullable Coverage> coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /** When the outputs of a table vanish; nothing while the rules are not known. */
    @Nullable OutputExpiry expiry(@Nullable OutputTable table) {
        LifecycleRules now = rules;
        return now == null || table == null ? null : new OutputExpiry(now, table, isVersioned());
    }
}
