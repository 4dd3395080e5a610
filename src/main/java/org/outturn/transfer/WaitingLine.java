package org.outturn.transfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Who is next. Large and small transfers wait in two lines, each with its own limit, so that a
 * thousand small files need not wait behind four large ones, nor the other way round. Guarded by
 * the queue's lock.
 */
final class WaitingLine {
    private final TransferOptions options;
    private final Deque<Place> small = new ArrayDeque<>();
    private final Deque<Place> large = new ArrayDeque<>();
    private int smallRunning;
    private int largeRunning;

    WaitingLine(TransferOptions options) {
        this.options = options;
    }

    /** A place in the line; void once the transfer has moved on, for instance by a cancel. */
    private record Place(Transfer transfer, int ticket) {
        boolean holds() {
            return transfer.ticket() == ticket && transfer.state() == TransferState.WAITING;
        }
    }

    /** At the end; what was begun before goes to the front. */
    void add(Transfer transfer) {
        Place place = new Place(transfer, transfer.ticket());
        Deque<Place> own = isSmall(transfer) ? small : large;
        if (transfer.attempts() > 0) {
            own.addFirst(place);
        } else {
            own.addLast(place);
        }
    }

    /** Before all others. */
    void addFirst(Transfer transfer) {
        Deque<Place> own = isSmall(transfer) ? small : large;
        own.addFirst(new Place(transfer, transfer.ticket()));
    }

    /**
     * The next that may start now; it then counts as running until {@link #ended}.
     *
     * @param onlyBegun whether it must have been begun before
     */
    Optional<Transfer> next(boolean onlyBegun) {
        Optional<Transfer> next = Optional.empty();
        if (smallRunning < options.smallAtATime()) {
            next = poll(small, onlyBegun);
        }
        if (next.isEmpty() && largeRunning < options.largeAtATime()) {
            next = poll(large, onlyBegun);
        }
        next.ifPresent(transfer -> count(transfer, 1));
        return next;
    }

    void ended(Transfer transfer) {
        count(transfer, -1);
    }

    private static Optional<Transfer> poll(Deque<Place> line, boolean onlyBegun) {
        while (!line.isEmpty() && !line.peek().holds()) {
            line.remove();
        }
        if (line.isEmpty() || onlyBegun && line.peek().transfer().attempts() == 0) {
            return Optional.empty();
        }
        return Optional.of(line.remove().transfer());
    }

    private void count(Transfer transfer, int change) {
        if (isSmall(transfer)) {
            smallRunning += change;
        } else {
            largeRunning += change;
        }
    }

    private boolean isSmall(Transfer transfer) {
        return transfer.planned().bytes() <= options.smallBytes();
    }
}
