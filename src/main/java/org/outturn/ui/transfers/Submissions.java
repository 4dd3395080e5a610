package org.outturn.ui.transfers;

import java.util.ArrayDeque;
import java.util.Deque;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * Hands plans over to the queue, one after the other: what was agreed to first is first in the
 * list. Submitting makes thousands of small things and writes them to the journal, so it is done in
 * the background. Used on the JavaFX thread.
 */
final class Submissions {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Runnable submitted;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param submitted called after each
     */
    Submissions(TaskRunner tasks, Notifier notifier, Runnable submitted) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.submitted = submitted;
    }

    /**
     * @param work submits to the queue
     */
    void add(Runnable work) {
        waiting.add(work);
        if (!busy) {
            next();
        }
    }

    private void next() {
        Runnable work = waiting.poll();
        busy = work != null;
        if (work != null) {
            tasks.run(
                    "submit transfers",
                    _ -> {
                        work.run();
                        return true;
                    },
                    _ -> {
                        submitted.run();
                        next();
                    },
                    failure -> {
                        notifier.failure(failure);
                        next();
                    });
        }
    }
}
