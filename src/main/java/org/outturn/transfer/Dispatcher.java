package org.outturn.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Starts transfers, takes in how they end, and decides what follows. Every method is called with
 * the guard held, but for those that say otherwise.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final TransferOptions options;
    private final Guard guard;
    private final TransferTable table;
    private final Ledger ledger;
    private final Moves moves;
    private final Attempts attempts;
    private final Leavings leavings;
    private final WaitingLine line;
    private final Backoff backoff;
    private final SharedTrouble trouble = new SharedTrouble();
    private final Stops stops = new Stops();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("transfer-retries").factory());

    private boolean closed;

    Dispatcher(
            ObjectStore store,
            TransferOptions options,
            Guard guard,
            TransferTable table,
            Ledger ledger,
            Moves moves) {
        this.moves = moves;
        this.options = options;
        this.guard = guard;
        this.table = table;
        this.ledger = ledger;
        this.leavings = new Leavings(store, guard, ledger);
        this.attempts = new Attempts(store, options, guard, ledger, leavings);
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
        transfers.stream()
                .filter(t -> t.state() == TransferState.FAILED)
                .forEach(t -> batch.failed(t.planned().refusal()));
        transfers.stream()
                .filter(t -> t.state() == TransferState.WAITING)
                .sorted(Comparator.comparingLong(Transfer::rank))
                .forEach(line::add);
        startNext();
    }

    /** Lets one wait again that has failed or was cancelled; {@link #startNext} is to follow. */
    void renew(Transfer transfer) {
        table.renew(transfer, System.nanoTime());
        line.add(transfer);
    }

    /** Lets one wait again that is paused; {@link #startNext} is to follow. */
    void resume(Transfer transfer) {
        table.move(transfer, TransferState.WAITING, null);
        transfer.forgetAttempts();
        line.add(transfer);
    }

    /** Lets those go on that are about to be paused. */
    void withdrawPauses(Predicate<Transfer> condition) {
        table.where(condition).forEach(stops::withdrawPause);
    }

    /** Puts those that wait before all others, in the order in which they are given. */
    void first(List<Transfer> transfers) {
        for (Transfer transfer : transfers.reversed()) {
            table.rankFirst(transfer);
            if (transfer.state() == TransferState.WAITING) {
                line.addFirst(transfer);
            }
        }
        startNext();
    }

    /**
     * Asks what runs to stop. One that has come to wait again since it was looked at is asked by
     * the next call.
     *
     * @return what is to be stopped, without the guard
     */
    List<Cancellation> stop(Predicate<Transfer> condition, Stops.Why why) {
        List<Cancellation> running = new ArrayList<>();
        for (Transfer transfer : table.where(condition)) {
            if (transfer.state() == TransferState.RUNNING) {
                stops.ask(transfer, why);
                transfer.running().ifPresent(r -> running.add(r.cancellation()));
            }
        }
        startNext();
        return running;
    }

    /** Starts what may run. */
    void startNext() {
        for (List<Transfer> next = nextInLine(); !next.isEmpty(); next = nextInLine()) {
            List<Transfer> together = next;
            together.forEach(this::start);
            Thread.ofVirtual()
                    .name("transfer-" + together.getFirst().id().value())
                    .start(() -> settle(attempts.run(together)));
        }
    }

    private void start(Transfer transfer) {
        AttemptProgress progress =
                new AttemptProgress(transfer.planned().bytesToMove(), guard::touch);
        RateMeter meter = new RateMeter(System.nanoTime(), 0);
        table.start(transfer, new Transfer.Running(progress, Cancellation.never(), meter));
    }

    private List<Transfer> nextInLine() {
        if (closed) {
            return List.of();
        }
        if (trouble.nobodyAnswers() && table.where(Dispatcher::isBegun).isEmpty()) {
            trouble.letOthersTry();
        }
        return line.next(trouble.nobodyAnswers());
    }

    private static boolean isBegun(Transfer transfer) {
        boolean open =
                transfer.state() == TransferState.WAITING
                        || transfer.state() == TransferState.RUNNING;
        return open && transfer.attempts() > 0;
    }

    /**
     * Without the guard. What is to be is written down before it is: a cancel that comes in between
     * makes it be thought over again.
     */
    private void settle(Map<Transfer, AttemptResult> results) {
        Map<Transfer, Ending> settled = new LinkedHashMap<>();
        Map<Transfer, Ending> next = guard.read(_ -> decide(results));
        while (!next.isEmpty()) {
            Map<Transfer, Ending> written = next;
            ledger.mark(written.entrySet().stream().map(Dispatcher::step).toList());
            settled.putAll(written);
            next = guard.change(() -> apply(results, written));
        }
        settled.values().stream()
                .filter(ending -> ending.state() == TransferState.FAILED)
                .flatMap(ending -> Optional.ofNullable(ending.failure()).stream())
                .distinct()
                .forEach(this::failTheRest);
    }

    private static Ledger.Step step(Map.Entry<Transfer, Ending> ending) {
        return ending.getValue().step(ending.getKey());
    }

    private Map<Transfer, Ending> decide(Map<Transfer, AttemptResult> results) {
        Map<Transfer, Ending> endings = new LinkedHashMap<>();
        results.forEach((transfer, result) -> endings.put(transfer, decide(transfer, result)));
        return endings;
    }

    /**
     * Lets come true what is still as it was written down.
     *
     * @return what is to be otherwise by now
     */
    private Map<Transfer, Ending> apply(
            Map<Transfer, AttemptResult> results, Map<Transfer, Ending> written) {
        Map<Transfer, Ending> others = new LinkedHashMap<>();
        List<Transfer> again = new ArrayList<>();
        Set<Failure> failures = new HashSet<>();
        written.forEach((transfer, ending) -> {
            AttemptResult result = Objects.requireNonNull(results.get(transfer));
            Ending now = decide(transfer, result);
            if (!now.equals(ending)) {
                others.put(transfer, now);
                return;
            }
            result.failure().ifPresent(failures::add);
            apply(transfer, result, now);
            if (now.state() == TransferState.WAITING && !closed) {
                again.add(transfer);
            }
        });
        failures.forEach(trouble::failed);
        lineUp(again, written);
        startNext();
        return others;
    }

    private Ending decide(Transfer transfer, AttemptResult result) {
        Failure failure = result.failure().orElse(null);
        if (result.state() == TransferState.DONE) {
            // what is whole is done, even if the cancel came in the last moment
            return new Ending(TransferState.DONE, null);
        }
        if (failure == null || stops.isAsked(transfer)) {
            return new Ending(stops.end(transfer), null);
        }
        return mayTryAgain(transfer, failure)
                ? new Ending(TransferState.WAITING, failure)
                : new Ending(TransferState.FAILED, failure);
    }

    private void apply(Transfer transfer, AttemptResult result, Ending ending) {
        line.ended(transfer);
        stops.ended(transfer);
        if (result.state() != TransferState.DONE
                && transfer.planned().mayLeaveTraces(options.smallBytes())) {
            transfer.mayHaveLeft();
        }
        end(transfer, ending);
    }

    /** Those that failed wait a while, together; those that were resumed meanwhile do not. */
    private void lineUp(List<Transfer> transfers, Map<Transfer, Ending> endings) {
        List<Transfer> later = new ArrayList<>();
        for (Transfer transfer : transfers) {
            if (Objects.requireNonNull(endings.get(transfer)).failure() == null) {
                transfer.forgetAttempts();
                line.add(transfer);
            } else {
                later.add(transfer);
            }
        }
        if (!later.isEmpty()) {
            lineUpLater(later, backoff.after(later.getFirst().attempts()));
        }
    }

    private boolean mayTryAgain(Transfer transfer, Failure failure) {
        return failure.retryable() && transfer.attempts() < options.attempts() && !closed;
    }

    private void lineUpLater(List<Transfer> transfers, Duration pause) {
        Map<Transfer, Integer> tickets = new LinkedHashMap<>();
        transfers.forEach(transfer -> tickets.put(transfer, transfer.ticket()));
        Runnable lineUp =
                () -> {
                    tickets.forEach((transfer, ticket) -> {
                        if (transfer.ticket() == ticket) {
                            line.add(transfer);
                        }
                    });
                    startNext();
                };
        timer.schedule(() -> guard.change(lineUp), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The one way out of running, and from waiting to an end. */
    void end(Transfer transfer, Ending ending) {
        table.move(transfer, ending.state(), ending.failure());
        if (transfer.planned().direction() == Direction.MOVE && transfer.attempts() > 0) {
            // the copy may be there though the source could not be deleted
            tellChanges(transfer);
        }
        if (ending.state() == TransferState.DONE) {
            trouble.succeeded();
            transfer.leavesNothing();
            tellChanges(transfer);
        } else if (ending.leavesUseless() && transfer.traces().any()) {
            leavings.free(transfer);
        }
        if (ending.state() == TransferState.FAILED) {
            transfer.batch().failed(ending.failure());
        }
        reportIfEnded(transfer.batch());
    }

    private static void tellChanges(Transfer transfer) {
        transfer.planned().changes().forEach(transfer.batch()::changed);
    }

    /** Frees what the server has of a transfer that is taken out of the list. */
    void freeUseless(Transfer transfer) {
        if (transfer.traces().any()) {
            leavings.free(transfer);
        }
    }

    /** Whether nothing runs, and nothing is being freed. */
    boolean isAtRest() {
        return table.nothingRuns() && leavings.isIdle();
    }

    /** Without the guard. */
    private void failTheRest(Failure failure) {
        boolean all = guard.change(() -> trouble.endsTheRest(failure));
        if (!all) {
            return;
        }
        moves.make(
                t -> t.state() == TransferState.WAITING,
                t -> new Ending(TransferState.FAILED, told(t, failure)),
                t -> end(t, new Ending(TransferState.FAILED, told(t, failure))));
    }

    private static @Nullable Failure told(Transfer transfer, Failure failure) {
        return SharedTrouble.toldOf(transfer.planned().attempt(), failure);
    }

    void reportIfEnded(Batch batch) {
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
