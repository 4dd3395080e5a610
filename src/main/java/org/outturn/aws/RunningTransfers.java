package org.outturn.aws;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.outturn.storage.Cancellation;

/** The transfers that run on one connection, so that closing it can end them. */
final class RunningTransfers {
    private final Set<Cancellation> running = new HashSet<>();
    private boolean closed;

    /**
     * Does one transfer from its beginning to the last word to the server about it.
     *
     * @param asked the caller's cancellation; the work gets one that closing cancels as well
     * @throws CancellationException if the connection is closed
     */
    void run(Cancellation asked, Consumer<Cancellation> work) {
        Cancellation either = new Cancellation();
        synchronized (running) {
            if (closed) {
                throw new CancellationException("the connection is closed");
            }
            running.add(either);
        }
        try {
            asked.onCancel(() -> {
                if (asked.isForLater()) {
                    either.stopForLater();
                } else {
                    either.cancel();
                }
            });
            work.accept(either);
        } finally {
            synchronized (running) {
                running.remove(either);
                running.notifyAll();
            }
        }
    }

    /**
     * Waits for the transfer manager.
     *
     * @param cancel makes {@code transfer} end soon
     * @throws CancellationException if it was cancelled, or the calling thread interrupted
     * @throws CompletionException with what the transfer failed with
     */
    <T> T await(CompletableFuture<T> transfer, Runnable cancel, Cancellation cancellation) {
        cancellation.onCancel(cancel);
        try {
            return transfer.get();
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancellation.check();
            throw new CompletionException(e.getCause());
        }
    }

    /** Stops all, lets no new one begin, and waits a while for the last word of each. */
    void close(Duration atMost) {
        Set<Cancellation> due;
        synchronized (running) {
            closed = true;
            due = Set.copyOf(running);
        }
        due.forEach(Cancellation::stopForLater);
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (running) {
            long left = end - System.nanoTime();
            while (!running.isEmpty() && left > 0) {
                try {
                    running.wait(Math.max(1, left / 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }
}
