package org.outturn.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is next. Large and small transfers wait in two lines, each with its own limit, so that a
 * thousand small files need not wait behind four large ones, nor the other way round. What is to be
 * deleted waits in a third, where one request takes many at a time. Guarded by the queue's lock.
 */
final class WaitingLine {
    /** Requests for up to a thousand objects: S3 takes 3,500 deletions a second. */
    private static final int DELETES_AT_A_TIME = 2;

    private final long smallBytes;
    private final Lane small;
    private final Lane large;
    private final Lane deletes = new Lane(DELETES_AT_A_TIME);

    /** Those that count as running; what was gathered with another does not. */
    private final Map<Transfer, Lane> counted = new HashMap<>();

    WaitingLine(TransferOptions options) {
        smallBytes = options.smallBytes();
        small = new Lane(options.smallAtATime());
        large = new Lane(options.largeAtATime());
    }

    /** A place in the line; void once the transfer has moved on, for instance by a cancel. */
    private record Place(Transfer transfer, int ticket) {
        boolean holds() {
            return transfer.ticket() == ticket && transfer.state() == TransferState.WAITING;
        }

        boolean mayGo(boolean onlyBegun) {
            return !onlyBegun || transfer.attempts() > 0;
        }
    }

    /** One of the lines. */
    private static final class Lane {
        private final Deque<Place> places = new ArrayDeque<>();
        private final int atATime;
        private int running;

        Lane(int atATime) {
            this.atATime = atATime;
        }

        Optional<Transfer> peek(boolean onlyBegun) {
            while (!places.isEmpty() && !places.peek().holds()) {
                places.remove();
            }
            return Optional.ofNullable(places.peek())
                    .filter(place -> place.mayGo(onlyBegun))
                    .map(Place::transfer);
        }
    }

    /** At the end; what was begun before goes to the front. */
    void add(Transfer transfer) {
        Place place = new Place(transfer, transfer.ticket());
        Deque<Place> own = lane(transfer).places;
        if (transfer.attempts() > 0) {
            own.addFirst(place);
        } else {
            own.addLast(place);
        }
    }

    /** Before all others. */
    void addFirst(Transfer transfer) {
        lane(transfer).places.addFirst(new Place(transfer, transfer.ticket()));
    }

    /**
     * The next that may start now, with those that go together with it; the first of them counts as
     * running until {@link #ended}.
     *
     * @param onlyBegun whether it must have been begun before
     * @return empty when nobody may
     */
    List<Transfer> next(boolean onlyBegun) {
        for (Lane lane : List.of(small, large, deletes)) {
            Optional<Transfer> first = lane.peek(onlyBegun);
            if (lane.running < lane.atATime && first.isPresent()) {
                lane.running++;
                counted.put(first.get(), lane);
                lane.places.remove();
                return together(first.get(), lane, onlyBegun);
            }
        }
        return List.of();
    }

    private static List<Transfer> together(Transfer first, Lane lane, boolean onlyBegun) {
        List<Transfer> together = new ArrayList<>();
        together.add(first);
        if (first.planned().task() instanceof DeleteTask delete) {
            Optional<Transfer> next = lane.peek(onlyBegun);
            while (together.size() < DeleteTask.MOST_TOGETHER
                    && next.isPresent()
                    && next.get().planned().task() instanceof DeleteTask other
                    && other.address().bucket().equals(delete.address().bucket())) {
                together.add(next.get());
                lane.places.remove();
                next = lane.peek(onlyBegun);
            }
        }
        return together;
    }

    void ended(Transfer transfer) {
        Lane lane = counted.remove(transfer);
        if (lane != null) {
            lane.running--;
        }
    }

    private Lane lane(Transfer transfer) {
        if (transfer.planned().direction() == Direction.DELETE) {
            return deletes;
        }
        return transfer.planned().bytes() <= smallBytes ? small : large;
    }
}
