package org.outturn.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Asks running work to stop, from any thread. Once cancelled it stays so. */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;
    private volatile boolean forLater;

    /** Work that nobody can cancel. */
    public static Cancellation never() {
        return new Cancellation();
    }

    /**
     * Runs the registered actions, each once, on the calling thread. A second call does nothing.
     */
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Like {@link #cancel()}, but the work is to go on another time: what is done is kept. */
    public void stopForLater() {
        synchronized (actions) {
            forLater = !cancelled || forLater;
        }
        cancel();
    }

    /** Whether the work was stopped to go on another time. */
    public boolean isForLater() {
        return forLater;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Registers what ends the work; runs it at once when cancelled already. */
    public void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /**
     * @throws CancellationException if cancelled
     */
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
