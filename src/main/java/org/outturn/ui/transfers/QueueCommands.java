package org.outturn.ui.transfers;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferScope;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * What the operator can have done to transfers: in the background, because it is written to the
 * journal first. Used on the JavaFX thread.
 */
final class QueueCommands {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Planning planning;
    private final Supplier<@Nullable TransferQueue> queue;
    private final Runnable done;

    /**
     * @param queue gives the present one
     * @param done called on the JavaFX thread when something was done
     */
    QueueCommands(
            TaskRunner tasks,
            Notifier notifier,
            Planning planning,
            Supplier<@Nullable TransferQueue> queue,
            Runnable done) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.planning = planning;
        this.queue = queue;
        this.done = done;
    }

    /** Has something done to one line's transfers. */
    void act(RowCommand command, PanelRow row) {
        act(command, row.scope());
    }

    /** Has something done to all transfers. */
    void actOnAll(RowCommand command) {
        if (command == RowCommand.CANCEL) {
            planning.cancel();
        }
        act(command, TransferScope.all());
    }

    private void act(RowCommand command, TransferScope scope) {
        withQueue(q -> command.on(q, scope));
    }

    /** Tries again what has failed, but not what was cancelled. */
    void retryFailed() {
        withQueue(q -> q.retry(TransferScope.failed()));
    }

    void clearEnded() {
        withQueue(q -> {
            q.clearFinished();
            q.clearFailed();
        });
    }

    private void withQueue(Consumer<TransferQueue> action) {
        TransferQueue now = queue.get();
        if (now != null) {
            tasks.run(
                    "change transfers",
                    _ -> {
                        action.accept(now);
                        return true;
                    },
                    _ -> done.run(),
                    notifier::failure);
        }
    }
}
