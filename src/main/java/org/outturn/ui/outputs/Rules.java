package org.outturn.ui.outputs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.OutputTable;
import org.outturn.evidence.OutputExpiry;
import org.outturn.lifecycle.Coverage;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.lifecycle.ObjectFacts;
import org.outturn.lifecycle.RuleCoverage;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.ui.common.TaskRunner;

/** The lifecycle rules of the open bucket, once they are read. Used on the JavaFX thread. */
final class Rules {
    private final TaskRunner tasks;
    private Cancellation reading = new Cancellation();
    private Cancellation covering = new Cancellation();
    private final ReadOnlyObjectWrapper<@Nullable Coverage> coverage =
            new ReadOnlyObjectWrapper<>();
    private @Nullable LifecycleRules rules;

    Rules(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Knows of no rules any more. */
    void leave() {
        reading.cancel();
        covering.cancel();
        rules = null;
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
                        _ -> LifecycleRules.of(from.lifecycle(bucket)),
                        found -> {
                            rules = found;
                            arrived.run();
                        },
                        _ -> {
                            rules = LifecycleRules.NONE;
                            arrived.run();
                        });
    }

    /** Works out for how much of a bucket the rules hold; nothing while they are not known. */
    void cover(@Nullable OutputTable table) {
        LifecycleRules now = rules;
        covering.cancel();
        if (now == null || table == null) {
            return;
        }
        ListingTable listing = table.listing();
        covering =
                tasks.run(
                        "hold rules against objects",
                        cancellation -> coverage(now, listing, cancellation),
                        coverage::set,
                        _ -> {});
    }

    private static Coverage coverage(
            LifecycleRules rules, ListingTable listing, Cancellation cancellation) {
        var counted = new RuleCoverage(rules);
        for (int row = 0; row < listing.size(); row++) {
            cancellation.check();
            counted.add(ObjectFacts.of(listing.entry(row), false));
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
        return now == null || table == null ? null : new OutputExpiry(now, table);
    }
}
