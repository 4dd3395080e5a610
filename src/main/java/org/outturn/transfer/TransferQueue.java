package org.outturn.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.outturn.download.DownloadPlan;
import org.outturn.failure.Failure;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalBatch;
import org.outturn.journal.MemoryJournal;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.tagging.TagPlan;
import org.outturn.upload.UploadPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out plans, a bounded number of transfers at a time, each on a virtual thread.
 *
 * <p>Every method may be called from any thread. {@link #version()} and {@link #snapshot()} wait
 * for nothing; what changes something may wait for a disk, because it is written to the journal
 * before it is shown; {@link #close()} may wait for a server too. One failing transfer does not
 * stop the others, but when the sign-in is refused, or one transfer after the other could not reach
 * the server, what still waits fails at once with that reason. Passing troubles ({@link
 * Failure#retryable()}) are tried again by themselves, see {@link TransferOptions}.
 */
public final class TransferQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransferQueue.class);

    private final TransferOptions options;
    private final Guard guard = new Guard();
    private final TransferTable table;
    private final Ledger ledger;
    private final Clock clock;
    private final Dispatcher dispatcher;
    private final Moves moves;

    /**
     * A queue that ends with the program.
     *
     * @param store stays the caller's: it is not closed with the queue
     */
    public TransferQueue(ObjectStore store, TransferOptions options) {
        this(store, options, new MemoryJournal(), "", Clock.systemUTC());
    }

    /**
     * A queue that goes on at the next start where it was.
     *
     * @param store stays the caller's: it is not closed with the queue
     * @param journal stays the caller's too
     * @param connection what the journal calls the connection that the store belongs to
     * @param clock of this computer
     */
    public TransferQueue(
            ObjectStore store,
            TransferOptions options,
            Journal journal,
            String connection,
            Clock clock) {
        this.options = options;
        this.clock = clock;
        this.table = new TransferTable(System.nanoTime(), clock);
        this.ledger = new Ledger(journal, connection, clock);
        this.moves = new Moves(guard, table, ledger);
        this.dispatcher = new Dispatcher(store, options, guard, table, ledger, moves);
    }

    /**
     * Takes on what the journal has of this connection, and goes on with it. What has ended is
     * shown once more if its batch has anything that has not ended, or has failed; else it is
     * forgotten. To be called once, first.
     *
     * @return how many transfers have not come to an end
     */
    public int restore(BatchListener listener) {
        int open = 0;
        for (JournalBatch stored : ledger.batches()) {
            var batch =
                    new Batch(
                            new BatchId(stored.id()),
                            Direction.valueOf(stored.kind()),
                            stored.submitted(),
                            listener);
            List<Transfer> transfers = ledger.transfers(stored, batch);
            boolean wanted =
                    transfers.stream()
                            .anyMatch(t ->
                                    !t.state().terminal() || t.state() == TransferState.FAILED);
            if (wanted) {
                open += (int) transfers.stream().filter(t -> !t.state().terminal()).count();
                guard.change(() -> dispatcher.take(batch, transfers));
            } else {
                forget(transfers);
            }
        }
        return open;
    }

    private void forget(List<Transfer> transfers) {
        guard.change(() -> transfers.forEach(dispatcher::freeUseless));
        ledger.remove(transfers.stream().filter(t -> !t.traces().any()).toList());
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

    /**
     * Takes a plan on and begins. Refused objects count as failed from the start.
     *
     * @throws IllegalStateException if the queue is closed
     */
    public BatchId submit(RearrangePlan plan, BatchListener listener) {
        Direction direction = PlannedRearrangement.direction(plan.kind());
        return submit(direction, PlannedRearrangement.of(plan), listener);
    }

    /**
     * Takes a plan on and begins. Objects whose output's day is needed and not known are skipped.
     *
     * @throws IllegalStateException if the queue is closed
     */
    public BatchId submit(TagPlan plan, BatchListener listener) {
        return submit(Direction.TAG, PlannedTagging.of(plan), listener);
    }

    private BatchId submit(
            Direction direction, List<PlannedTransfer> planned, BatchListener listener) {
        checkOpen();
        long id = ledger.newIds(planned.size() + 1);
        var batch = new Batch(new BatchId(id), direction, clock.instant(), listener);
        List<Transfer> transfers = new ArrayList<>(planned.size());
        for (PlannedTransfer one : planned) {
            transfers.add(new Transfer(new TransferId(++id), batch, one));
        }
        ledger.add(batch, transfers);
        guard.change(() -> {
            checkOpen();
            dispatcher.take(batch, transfers);
            dispatcher.reportIfEnded(batch);
        });
        return batch.id();
    }

    private void checkOpen() {
        if (dispatcher.isClosed()) {
            throw new IllegalStateException("the queue is closed");
        }
    }

    /** Whether the next start of the program will know of what is in this queue. */
    public boolean remembers() {
        return ledger.remembers();
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

    /** Stops transfers for good; those that have ended stay as they are. */
    public void cancel(TransferScope scope) {
        stop(scope, TransferState.CANCELLED, Stops.Why.CANCEL);
    }

    /**
     * Makes transfers wait until they are resumed. What the server has of an upload in parts is
     * kept; anything else begins anew.
     */
    public void pause(TransferScope scope) {
        stop(scope, TransferState.PAUSED, Stops.Why.PAUSE);
    }

    private void stop(TransferScope scope, TransferState to, Stops.Why why) {
        Predicate<Transfer> waits =
                t ->
                        t.state() != TransferState.RUNNING
                                && scope.includes(t)
                                && t.state().next().contains(to);
        do {
            // what runs may come to wait at any moment, and the other way round
            stopAside(guard.change(() -> dispatcher.stop(scope::includes, why)), why);
            moves.make(
                    waits, t -> new Ending(to, null), t -> dispatcher.end(t, new Ending(to, null)));
            stopAside(guard.change(() -> dispatcher.stop(scope::includes, why)), why);
        } while (!where(waits).isEmpty());
    }

    private static void stopAside(List<Cancellation> running, Stops.Why why) {
        if (!running.isEmpty()) {
            // what ends a request may take its time, and nobody needs to wait for it
            Thread.ofVirtual()
                    .name("transfer-stop")
                    .start(() ->
                            running.forEach(
                                    why == Stops.Why.CANCEL
                                            ? Cancellation::cancel
                                            : Cancellation::stopForLater));
        }
    }

    /** Lets paused transfers go on. */
    public void resume(TransferScope scope) {
        guard.change(() -> dispatcher.withdrawPauses(scope::includes));
        moves.make(
                t -> scope.includes(t) && t.state() == TransferState.PAUSED,
                t -> new Ending(TransferState.WAITING, null),
                dispatcher::resume);
        guard.change(dispatcher::startNext);
    }

    /** Begins failed or cancelled transfers anew, those that can be. */
    public void retry(TransferScope scope) {
        if (!dispatcher.isClosed()) {
            moves.make(
                    t -> scope.includes(t) && t.canRetry(),
                    t -> new Ending(TransferState.WAITING, null),
                    dispatcher::renew);
            guard.change(dispatcher::startNext);
        }
    }

    /** Lets transfers that wait go before all others. */
    public void first(TransferScope scope) {
        List<Transfer> chosen =
                where(t ->
                        scope.includes(t)
                                && (t.state() == TransferState.WAITING
                                        || t.state() == TransferState.PAUSED));
        guard.change(() -> dispatcher.first(chosen));
        ledger.mark(chosen.stream().map(t -> new Ledger.Step(t, t.state(), null)).toList());
    }

    private List<Transfer> where(Predicate<Transfer> condition) {
        return guard.read(_ -> table.where(condition));
    }

    /** Takes out of the list what is done, skipped or cancelled. */
    public void clearFinished() {
        clear(EnumSet.of(TransferState.DONE, TransferState.SKIPPED, TransferState.CANCELLED));
    }

    /** Takes out of the list what has failed; what the server has of it is freed. */
    public void clearFailed() {
        clear(EnumSet.of(TransferState.FAILED));
    }

    private void clear(Set<TransferState> states) {
        List<Transfer> gone = new ArrayList<>();
        guard.change(() -> {
            table.where(t -> states.contains(t.state())).forEach(gone::add);
            gone.forEach(dispatcher::freeUseless);
            var due = new HashSet<>(gone);
            table.remove(due::contains);
        });
        ledger.remove(gone);
    }

    /**
     * Stops what runs and waits for it, at most {@link TransferOptions#closeWait()}. What has not
     * come to an end goes on at the next start; in a queue that is not remembered it is cancelled.
     * A second call does nothing more.
     */
    @Override
    public void close() {
        guard.change(dispatcher::close);
        if (ledger.remembers()) {
            stopAside(
                    guard.change(() -> dispatcher.stop(t -> true, Stops.Why.CLOSE)),
                    Stops.Why.CLOSE);
        } else {
            cancel(TransferScope.all());
        }
        try {
            if (!guard.await(dispatcher::isAtRest, options.closeWait())) {
                LOG.warn("Some transfers did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
