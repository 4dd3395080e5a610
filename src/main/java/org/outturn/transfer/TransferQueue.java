package org.outturn.transfer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.outturn.download.DownloadPlan;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.upload.UploadPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out plans, a bounded number of transfers at a time, each on a virtual thread.
 *
 * <p>Every method may be called from any thread, the user interface's too: none waits for a disk or
 * a server but {@link #close()}. One failing transfer does not stop the others, but when the
 * sign-in is refused, or one transfer after the other could not reach the server, what still waits
 * fails at once with that reason. Passing troubles ({@link Failure#retryable()}) are tried again by
 * themselves, see {@link TransferOptions}.
 */
public final class TransferQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferQueue.class);

    private final TransferOptions options;
    private final Guard guard = new Guard();
    private final TransferTable table = new TransferTable(System.nanoTime());
    private final Dispatcher dispatcher;
    private long lastTransfer;
    private long lastBatch;

    /**
     * @param store stays the caller's: it is not closed with the queue
     */
    public TransferQueue(ObjectStore store, TransferOptions options) {
        this.options = options;
        this.dispatcher = new Dispatcher(store, options, guard, table);
    }

    /**
     * Takes a plan on and begins. Refused files count as failed from the start.
     *
     * @throws IllegalStateException if the queue is closed
     */
    public BatchId submit(UploadPlan plan, BatchListener listener) {
        return submit(Direction.UPLOAD, PlannedTransfer.of(plan), listener);
    }

    /**
     * Takes a plan on and begins. Refused objects count as failed from the start.
     *
     * @throws IllegalStateException if the queue is closed
     */
    public BatchId submit(DownloadPlan plan, BatchListener listener) {
        return submit(Direction.DOWNLOAD, PlannedTransfer.of(plan), listener);
    }

    private BatchId submit(
            Direction direction, List<PlannedTransfer> planned, BatchListener listener) {
        return guard.change(() -> {
            if (dispatcher.isClosed()) {
                throw new IllegalStateException("the queue is closed");
            }
            Batch batch = new Batch(new BatchId(++lastBatch), direction, listener);
            dispatcher.take(
                    batch,
                    planned.stream().map(p -> new Transfer(nextTransfer(), batch, p)).toList());
            return batch.id();
        });
    }

    private TransferId nextTransfer() {
        return new TransferId(++lastTransfer);
    }

    /** Changes whenever anything does, the progress of a running transfer too. */
    public long version() {
        return guard.version();
    }

    /**
     * Everything as it is now. Costs some microseconds and no copy of the whole, so it may be asked
     * for ten times a second. While something runs its speeds change even if {@link #version()}
     * does not.
     */
    public QueueSnapshot snapshot() {
        return guard.read(version -> table.publish(version, System.nanoTime()));
    }

    /** Stops one transfer; nothing happens if it has ended. */
    public void cancel(TransferId id) {
        cancelWhere(t -> t.id().equals(id));
    }

    /** Stops what is left of a plan. */
    public void cancel(BatchId id) {
        cancelWhere(t -> t.batch().id().equals(id));
    }

    /** Stops everything that has not ended. */
    public void cancelAll() {
        cancelWhere(t -> true);
    }

    private void cancelWhere(Predicate<Transfer> condition) {
        List<Cancellation> running = guard.change(() -> dispatcher.cancel(condition));
        if (!running.isEmpty()) {
            // what ends a request may take its time, and the caller may be the user interface
            Thread.ofVirtual()
                    .name("transfer-cancel")
                    .start(() -> running.forEach(Cancellation::cancel));
        }
    }

    /** Begins a failed or cancelled transfer anew; nothing happens if it cannot be retried. */
    public void retry(TransferId id) {
        guard.change(() -> dispatcher.retry(t -> t.id().equals(id)));
    }

    /** Begins all failed transfers anew that can be retried. */
    public void retryFailed() {
        guard.change(() -> dispatcher.retry(t -> t.state() == TransferState.FAILED));
    }

    /** Takes out of the list what is done, skipped or cancelled. */
    public void clearFinished() {
        clear(EnumSet.of(TransferState.DONE, TransferState.SKIPPED, TransferState.CANCELLED));
    }

    /** Takes out of the list what has failed. */
    public void clearFailed() {
        clear(EnumSet.of(TransferState.FAILED));
    }

    private void clear(Set<TransferState> states) {
        guard.change(() -> table.remove(states));
    }

    /**
     * Cancels everything and waits for it to stop, at most {@link TransferOptions#closeWait()}. A
     * second call does nothing more.
     */
    @Override
    public void close() {
        guard.change(dispatcher::close);
        cancelAll();
        try {
            if (!guard.await(table::nothingRuns, options.closeWait())) {
                LOG.warn("Some transfers did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
