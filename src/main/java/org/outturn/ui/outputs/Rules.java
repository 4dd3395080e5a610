package org.outturn.ui.outputs;

import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputTable;
import org.outturn.evidence.OutputExpiry;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.ui.common.TaskRunner;

/** The lifecycle rules of the open bucket, once they are read. Used on the JavaFX thread. */
final class Rules {
    private final TaskRunner tasks;
    private Cancellation reading = new Cancellation();
    private @Nullable LifecycleRules rules;

    Rules(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Knows of no rules any more. */
    void leave() {
        reading.cancel();
        rules = null;
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

    /** When the outputs of a table vanish; nothing while the rules are not known. */
    @Nullable OutputExpiry expiry(@Nullable OutputTable table) {
        LifecycleRules now = rules;
        return now == null || table == null ? null : new OutputExpiry(now, table);
    }
}
