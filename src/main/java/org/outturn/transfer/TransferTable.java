package org.outturn.transfer;

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
    private final RunTotals run;
    private final BitSet staleChunks = new BitSet();
    private SnapshotList published = SnapshotList.EMPTY;
    private long layout;
    private long lowestRank = Long.MAX_VALUE;

    TransferTable(long nanos) {
        run = new RunTotals(nanos);
    }

    void add(List<Transfer> transfers, long nanos) {
        beginRunIfIdle(nanos);
        for (Transfer transfer : transfers) {
            transfer.setIndex(rows.size());
            rows.add(transfer);
            lowestRank = Math.min(lowestRank, transfer.rank());
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
        transfer.start(now);
        count(transfer);
        running.add(transfer);
        touch(transfer);
    }

    /** Ends an attempt, or moves one that does not run. */
    void move(Transfer transfer, TransferState to, @Nullable Failure why) {
        run.moved(transfer.catchUp());
        run.dropped(transfer.running().isPresent() ? transfer.doneBytes() : 0);
        boolean wasRunning = running.remove(transfer);
        long bytesBefore = transfer.doneBytes();
        uncount(transfer);
        transfer.move(to, why);
        count(transfer);
        if (to.terminal()) {
            if (to == TransferState.DONE && wasRunning) {
                // some stores do not tell of the last bytes
                run.moved(transfer.doneBytes() - bytesBefore);
                run.dropped(transfer.doneBytes() - bytesBefore);
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
            layout++;
            staleChunks.set(0, chunkCount());
        }
        return removed;
    }

    private boolean forget(Transfer transfer) {
        counts.remove(transfer.state());
        return true;
    }

    QueueSnapshot publish(long version, long nanos) {
        for (Transfer transfer : running) {
            run.moved(transfer.catchUp());
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
        return new QueueSnapshot(version, layout, published, run.totals(counts));
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
        counts.add(transfer.state());
        transfer.batch().counts().add(transfer.state());
    }

    private void uncount(Transfer transfer) {
        counts.remove(transfer.state());
        transfer.batch().counts().remove(transfer.state());
    }

    private void touch(Transfer transfer) {
        staleChunks.set(transfer.index() / SnapshotList.CHUNK);
    }
}
