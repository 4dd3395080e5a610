package org.outturn.ui.transfers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * Has plans made, one after the other, and shows the panel meanwhile. Used on the JavaFX thread.
 */
final class Planning {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final BooleanProperty shown;
    private final BooleanSupplier empty;
    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean openedByPlan;

    /**
     * @param shown whether the panel is open
     * @param empty whether the panel has nothing to show but the plan
     */
    Planning(TaskRunner tasks, Notifier notifier, BooleanProperty shown, BooleanSupplier empty) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.shown = shown;
        this.empty = empty;
    }

    /**
     * A plan that is being made.
     *
     * @param found how many files or objects so far; asked for about ten times a second
     */
    public record Running(Supplier<Long> found, Cancellation cancellation) {}

    /** Has a plan made as soon as those that were asked for before are made. */
    <P> void make(AtomicLong found, String name, TaskRunner.Work<P> work, Consumer<P> then) {
        waiting.add(() -> begin(found, name, work, then));
        if (running.get() == null) {
            next();
        }
    }

    private void next() {
        Runnable first = waiting.poll();
        if (first != null) {
            first.run();
        }
    }

    private <P> void begin(
            AtomicLong found, String name, TaskRunner.Work<P> work, Consumer<P> then) {
        Cancellation cancellation =
                tasks.run(
                        name,
                        work,
                        (P plan) -> {
                            running.set(null);
                            then.accept(plan);
                            next();
                        },
                        failure -> {
                            running.set(null);
                            hide();
                            notifier.failure(failure);
                            next();
                        });
        cancellation.onCancel(() -> {
            running.set(null);
            hide();
        });
        running.set(new Running(found::get, cancellation));
        openedByPlan = openedByPlan || !shown.get();
        shown.set(true);
    }

    /** Gives up the plan that is being made and those that wait. */
    void cancel() {
        waiting.clear();
        Running now = running.get();
        if (now != null) {
            now.cancellation().cancel();
        }
    }

    /** Closes the panel if it was opened for a plan that has come to nothing, or waits. */
    void hide() {
        if (openedByPlan && empty.getAsBoolean()) {
            shown.set(false);
        }
        openedByPlan = false;
    }

    /** Has the panel stay open, because the plan is carried out. */
    void keepShown() {
        openedByPlan = false;
        shown.set(true);
    }

    ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running.getReadOnlyProperty();
    }
}
