package org.outturn.transfer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;

/**
 * All transfers of a queue with their sums. Every change of state goes through here, so that rows,
 * counts and bytes always fit together. Guarded by the queue's lock.
 */
final class TransferTable {
    private final List<Transfer> rows = new ArrayList<>();
    private final Set<Transfer> running = new LinkedHashSet<>();
    private final StateCounts counts = new StateCounts();
    private final Groups groups = new Groups();
    private final RunTotals run;
    private final InstantSource clock;
    private final BitSet staleChunks = new BitSet();
    private SnapshotList published = SnapshotList.EMPTY;
    private long layout;
    private long lowestRank = Long.MAX_VALUE;

    TransferTable(long nanos, InstantSource clock) {
        this.clock = clock;
        run = new RunTotals(nanos);
    }

    void add(List<Transfer> transfers, long nanos) {
        beginRunIfIdle(nanos);
        for (Transfer transfer : transfers) {
            transfer.setIndex(rows.size());
            rows.add(transfer);
            lowestRank = Math.min(lowestRank, transfer.rank());
            transfer.setGroup(groups.of(transfer));
            count(transfer);
            if (!transfer.state().terminal()) {
                run.opened(transfer.planned().bytesToMove());
            }
            touch(transfer);
        }
    }

    /** Those that are so now, in order; a copy. */
    List<Transfer> where(Predicate<Transfer> condition) {
        return rows.stream().filter(condition).toList();
    }

    /** Gives a transfer the first rank of all. */
    void rankFirst(Transfer transfer) {
        lowestRank--;
        transfer.setRank(lowestRank);
    }

    boolean nothingRuns() {
        return running.isEmpty();
    }

    void start(Transfer transfer, Transfer.Running now) {
        uncount(transfer);
        transfer.start(now, clock.millis());
        count(transfer);
        running.add(transfer);
        transfer.group().ifPresent(groups::started);
        touch(transfer);
    }

    /** Ends an attempt, or moves one that does not run. */
    void move(Transfer transfer, TransferState to, @Nullable Failure why) {
        catchUp(transfer);
        run.dropped(transfer.running().isPresent() ? transfer.doneBytes() : 0);
        boolean wasRunning = running.remove(transfer);
        long bytesBefore = transfer.doneBytes();
        uncount(transfer);
        transfer.move(to, why, clock.millis());
        count(transfer);
        if (to.terminal()) {
            if (to == TransferState.DONE && wasRunning) {
                // some stores do not tell of the last bytes
                run.moved(transfer.doneBytes() - bytesBefore);
                run.dropped(transfer.doneBytes() - bytesBefore);
                long untold = transfer.doneBytes() - bytesBefore;
                transfer.group().ifPresent(group -> group.movedUntold(untold));
            }
            run.closed(transfer.planned().bytesToMove(), to == TransferState.DONE);
        }
        touch(transfer);
    }

    /** Lets one that has ended wait again. */
    void renew(Transfer transfer, long nanos) {
        beginRunIfIdle(nanos);
        uncount(transfer);
        transfer.renew();
        count(transfer);
        run.opened(transfer.planned().bytesToMove());
        touch(transfer);
    }

    /** Takes ended transfers out of the list. */
    boolean remove(Predicate<Transfer> gone) {
        boolean removed = rows.removeIf(t -> gone.test(t) && forget(t));
        if (removed) {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).setIndex(i);
            }
            groups.removeEmpty();
            layout++;
            staleChunks.set(0, chunkCount());
        }
        return removed;
    }

    private boolean forget(Transfer transfer) {
        counts.remove(transfer);
        transfer.group().ifPresent(group -> group.remove(transfer));
        return true;
    }

    QueueSnapshot publish(long version, long nanos) {
        for (Transfer transfer : running) {
            catchUp(transfer);
            transfer.measure(nanos);
            if (transfer.isStale()) {
                touch(transfer);
            }
        }
        run.measure(nanos);
        TransferSnapshot[][] chunks = published.chunks(chunkCount());
        staleChunks.stream().filter(c -> c < chunks.length).forEach(c -> chunks[c] = chunk(c));
        staleChunks.clear();
        published = new SnapshotList(chunks, rows.size());
        return new QueueSnapshot(
                version, layout, published, groups.publish(nanos), run.totals(counts));
    }

    private TransferSnapshot[] chunk(int number) {
        int from = number * SnapshotList.CHUNK;
        int to = Math.min(rows.size(), from + SnapshotList.CHUNK);
        return rows.subList(from, to).stream()
                .map(Transfer::snapshot)
                .toArray(TransferSnapshot[]::new);
    }

    private int chunkCount() {
        return Math.ceilDiv(rows.size(), SnapshotList.CHUNK);
    }

    private void beginRunIfIdle(long nanos) {
        if (counts.left() == 0) {
            run.begin(nanos);
        }
    }

    private void count(Transfer transfer) {
        counts.add(transfer);
        transfer.batch().counts().add(transfer);
        transfer.group().ifPresent(group -> group.add(transfer));
    }

    private void uncount(Transfer transfer) {
        counts.remove(transfer);
        transfer.batch().counts().remove(transfer);
        transfer.group().ifPresent(group -> group.remove(transfer));
    }

    private void catchUp(Transfer transfer) {
        long step = transfer.catchUp();
        run.moved(step);
        transfer.group().ifPresent(group -> group.moved(step));
    }

    private void touch(Transfer transfer) {
        staleChunks.set(transfer.index() / SnapshotList.CHUNK);
    }
}
