package org.outturn.aws;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.outturn.storage.Cancellation;

/** The transfers that run on one connection, so that closing it can end them. */
final class RunningTransfers {
    private final Set<Runnable> cancels = ConcurrentHashMap.newKeySet();

    /**
     * Waits for a transfer.
     *
     * @param cancel ends the transfer; its future is done soon after
     * @throws CancellationException if it was cancelled, or the calling thread interrupted
     * @throws CompletionException with what the transfer failed with
     */
    <T> T await(CompletableFuture<T> transfer, Runnable cancel, Cancellation cancellation) {
        cancels.add(cancel);
        try {
            cancellation.onCancel(cancel);
            return transfer.get();
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancellation.check();
            throw new CompletionException(e.getCause());
        } finally {
            cancels.remove(cancel);
        }
    }

    /** Cancels all that run now. */
    void cancelAll() {
        cancels.forEach(Runnable::run);
    }
}
