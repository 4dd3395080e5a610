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

    void add(Transfer transfer) {
        Place place = new Place(transfer, transfer.ticket());
        (isSmall(transfer) ? small : large).add(place);
    }

    /** The next that may start now; it then counts as running until {@link #ended}. */
    Optional<Transfer> next() {
        Optional<Transfer> next = Optional.empty();
        if (smallRunning < options.smallAtATime()) {
            next = poll(small);
        }
        if (next.isEmpty() && largeRunning < options.largeAtATime()) {
            next = poll(large);
        }
        next.ifPresent(transfer -> count(transfer, 1));
        return next;
    }

    void ended(Transfer transfer) {
        count(transfer, -1);
    }

    private static Optional<Transfer> poll(Deque<Place> line) {
        Place place = line.poll();
        while (place != null && !place.holds()) {
            place = line.poll();
        }
        return Optional.ofNullable(place).map(Place::transfer);
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
