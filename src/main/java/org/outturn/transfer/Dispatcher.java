package org.outturn.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts transfers, takes in how they end, and decides what follows. Every method but the threads'
 * own is called with the guard held.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ObjectStore store;
    private final TransferOptions options;
    private final Guard guard;
    private final TransferTable table;
    private final WaitingLine line;
    private final Backoff backoff;
    private final SharedTrouble trouble = new SharedTrouble();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("transfer-retries").factory());

    /** Asked to stop, but still running. */
    private final Set<Transfer> stopping = new HashSet<>();

    private boolean closed;

    Dispatcher(ObjectStore store, TransferOptions options, Guard guard, TransferTable table) {
        this.store = store;
        this.options = options;
        this.guard = guard;
        this.table = table;
        this.line = new WaitingLine(options);
        this.backoff = new Backoff(options, RandomGenerator.getDefault());
    }

    boolean isClosed() {
        return closed;
    }

    /** Starts nothing any more. */
    void close() {
        closed = true;
        timer.shutdownNow();
    }

    /** Takes on the transfers of one plan. */
    void take(Batch batch, List<Transfer> transfers) {
        table.add(transfers, System.nanoTime());
        transfers.stream().filter(t -> !t.state().terminal()).forEach(line::add);
        startNext();
        reportIfEnded(batch);
    }

    void retry(Predicate<Transfer> condition) {
        if (closed) {
            return;
        }
        for (Transfer transfer : table.where(t -> condition.test(t) && t.canRetry())) {
            table.renew(transfer, System.nanoTime());
            line.add(transfer);
        }
        startNext();
    }

    /**
     * Ends what waits.
     *
     * @return what is to be cancelled, without the guard, to end what runs
     */
    List<Cancellation> cancel(Predicate<Transfer> condition) {
        List<Cancellation> running = new ArrayList<>();
        for (Transfer transfer : table.where(t -> condition.test(t) && !t.state().terminal())) {
            if (transfer.state() == TransferState.RUNNING) {
                stopping.add(transfer);
                transfer.running().ifPresent(r -> running.add(r.cancellation()));
            } else {
                end(transfer, TransferState.CANCELLED, null);
            }
        }
        return running;
    }

    private void startNext() {
        for (Optional<Transfer> next = nextInLine(); next.isPresent(); next = nextInLine()) {
            Transfer transfer = next.get();
            AttemptProgress progress =
                    new AttemptProgress(transfer.planned().bytes(), guard::touch);
            Cancellation cancellation = Cancellation.never();
            RateMeter meter = new RateMeter(System.nanoTime(), 0);
            table.start(transfer, new Transfer.Running(progress, cancellation, meter));
            Thread.ofVirtual()
                    .name("transfer-" + transfer.id().value())
                    .start(() -> run(transfer, progress, cancellation));
        }
    }

    private Optional<Transfer> nextInLine() {
        if (closed) {
            return Optional.empty();
        }
        if (trouble.nobodyAnswers() && table.where(Dispatcher::isBegun).isEmpty()) {
            trouble.letOthersTry();
        }
        return line.next(trouble.nobodyAnswers());
    }

    private static boolean isBegun(Transfer transfer) {
        return !transfer.state().terminal() && transfer.attempts() > 0;
    }

    private void run(Transfer transfer, AttemptProgress progress, Cancellation cancellation) {
        PlannedTransfer planned = transfer.planned();
        TransferTask task = Objects.requireNonNull(planned.task());
        AttemptResult result =
                AttemptResult.of(planned, () -> task.run(store, progress, cancellation));
        guard.change(() -> settle(transfer, result));
    }

    private void settle(Transfer transfer, AttemptResult result) {
        line.ended(transfer);
        boolean cancelled = stopping.remove(transfer);
        Failure failure = result.failure().orElse(null);
        result.failure().ifPresent(trouble::failed);
        if (failure == null) {
            // what is whole is done, even if the cancel came in the last moment
            end(transfer, result.state(), null);
        } else if (cancelled) {
            end(transfer, TransferState.CANCELLED, null);
        } else if (mayTryAgain(transfer, failure)) {
            table.move(transfer, TransferState.WAITING, failure);
            lineUpLater(transfer, backoff.after(transfer.attempts()));
        } else {
            end(transfer, TransferState.FAILED, failure);
            failTheRest(failure);
        }
        startNext();
    }

    private boolean mayTryAgain(Transfer transfer, Failure failure) {
        return failure.retryable() && transfer.attempts() < options.attempts() && !closed;
    }

    private void lineUpLater(Transfer transfer, Duration pause) {
        int ticket = transfer.ticket();
        Runnable lineUp =
                () -> {
                    if (transfer.ticket() == ticket) {
                        line.add(transfer);
                        startNext();
                    }
                };
        timer.schedule(() -> guard.change(lineUp), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The one way into a terminal state, of a transfer that ran or waited. */
    private void end(Transfer transfer, TransferState state, @Nullable Failure failure) {
        table.move(transfer, state, failure);
        if (state == TransferState.DONE) {
            trouble.succeeded();
            if (transfer.planned().direction() == Direction.UPLOAD) {
                transfer.planned().address().ifPresent(transfer.batch()::stored);
            }
        }
        reportIfEnded(transfer.batch());
    }

    private void failTheRest(Failure failure) {
        if (trouble.endsTheRest(failure)) {
            for (Transfer waiting : table.where(t -> t.state() == TransferState.WAITING)) {
                Failure theirs = SharedTrouble.toldOf(waiting.planned().attempt(), failure);
                end(waiting, TransferState.FAILED, theirs);
            }
        }
    }

    private void reportIfEnded(Batch batch) {
        if (batch.ended()) {
            BatchReport report = batch.report();
            Thread.ofVirtual().name("transfer-report").start(() -> tell(batch.listener(), report));
        }
    }

    private static void tell(BatchListener listener, BatchReport report) {
        try {
            listener.batchFinished(report);
        } catch (RuntimeException e) {
            LOG.error("Somebody told of the end of a batch has failed", e);
        }
    }
}
