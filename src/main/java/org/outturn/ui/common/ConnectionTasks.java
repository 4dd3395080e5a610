package org.outturn.ui.common;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;

/**
 * Runs work that belongs to the connection of a window. When the connection is left, all of it is
 * given up at once, so that nothing of it can arrive under the next one, whoever began it. Used on
 * the JavaFX thread.
 */
public final class ConnectionTasks implements TaskRunner {
    private final TaskRunner tasks;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

    /**
     * @param tasks runs the work
     */
    public ConnectionTasks(TaskRunner tasks) {
        this.tasks = tasks;
    }

    @Override
    public <T> Cancellation run(
            String name, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
        var ended = new AtomicBoolean();
        var handle = new Cancellation[1];
        Runnable end =
                () -> {
                    ended.set(true);
                    if (handle[0] != null) {
                        running.remove(handle[0]);
                    }
                };
        Cancellation mine =
                tasks.run(
                        name,
                        work,
                        result -> {
                            end.run();
                            done.accept(result);
                        },
                        failure -> {
                            end.run();
                            failed.accept(failure);
                        });
        handle[0] = mine;
        if (!ended.get()) {
            running.add(mine);
            mine.onCancel(() -> running.remove(mine));
        }
        return mine;
    }

    /** Gives up all that runs; none of its listeners is called any more. */
    public void leave() {
        List.copyOf(running).forEach(Cancellation::cancel);
    }
}
