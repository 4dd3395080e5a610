package org.outturn.ui.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.outturn.connection.Connection;
import org.outturn.connection.check.CheckResult;
import org.outturn.connection.check.CheckStep;
import org.outturn.connection.check.ConnectionCheck;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.TaskRunner;

/** The test of one connection while it runs. Used on the JavaFX thread. */
final class CheckViewModel {
    private final TaskRunner tasks;
    private final ConnectionCheck check;
    private final Connection connection;
    private final ReadOnlyObjectWrapper<List<CheckResult>> results =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Cancellation run = new Cancellation();

    CheckViewModel(TaskRunner tasks, ConnectionCheck check, Connection connection) {
        this.tasks = tasks;
        this.check = check;
        this.connection = connection;
    }

    /** Begins anew. */
    void start() {
        run.cancel();
        results.set(List.of());
        running.set(true);
        var known = new AtomicReference<Map<CheckStep, CheckResult>>(Map.of());
        var mine = new AtomicReference<Cancellation>();
        Cancellation task =
                tasks.run(
                        "test connection",
                        cancellation -> {
                            check.run(
                                    connection,
                                    cancellation,
                                    result -> {
                                        var next = new TreeMap<>(known.get());
                                        next.put(result.step(), result);
                                        known.set(next);
                                        Platform.runLater(() -> show(mine, next));
                                    });
                            return true;
                        },
                        _ -> running.set(false),
                        _ -> running.set(false));
        mine.set(task);
        run = task;
    }

    /** What an older run still has to say is not heard. */
    private void show(AtomicReference<Cancellation> of, Map<CheckStep, CheckResult> now) {
        if (of.get() == run && !run.isCancelled()) {
            results.set(List.copyOf(now.values()));
        }
    }

    /** Gives up. */
    void stop() {
        run.cancel();
        running.set(false);
    }

    Connection connection() {
        return connection;
    }

    ReadOnlyObjectProperty<List<CheckResult>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
