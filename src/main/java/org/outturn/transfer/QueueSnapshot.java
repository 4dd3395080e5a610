package org.outturn.transfer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole queue at one moment: its rows and its sums fit together. Immutable, and cheap to make
 * because it shares with the one before what has not changed.
 */
public final class QueueSnapshot {
    private final long version;
    private final long layout;
    private final SnapshotList transfers;
    private final List<GroupSnapshot> groups;
    private final QueueTotals totals;

    QueueSnapshot(
            long version,
            long layout,
            SnapshotList transfers,
            List<GroupSnapshot> groups,
            QueueTotals totals) {
        this.version = version;
        this.layout = layout;
        this.transfers = transfers;
        this.groups = groups;
        this.totals = totals;
    }

    /** The {@link TransferQueue#version()} that this shows, or one that it already goes beyond. */
    public long version() {
        return version;
    }

    /** In the order of submission; immutable, with random access. */
    public List<TransferSnapshot> transfers() {
        return transfers;
    }

    /**
     * What was dropped or chosen that has files in it, in the order in which it came; immutable.
     * Each of {@link #transfers()} whose group is not empty belongs to one of these.
     */
    public List<GroupSnapshot> groups() {
        return groups;
    }

    public QueueTotals totals() {
        return totals;
    }

    /**
     * Whether every transfer and every group of an older snapshot has the same index here; there
     * may be more.
     */
    public boolean continues(QueueSnapshot older) {
        return layout == older.layout && transfers.size() >= older.transfers.size();
    }

    /** Whether both have the same transfers at the same indexes. */
    public boolean sameRows(QueueSnapshot older) {
        return layout == older.layout && transfers.size() == older.transfers.size();
    }

    /**
     * The indexes of this snapshot whose rows are new or show something new, ascending. Where rows
     * have been removed in between these are all.
     *
     * @param older a snapshot of the same queue
     */
    public int[] changedSince(QueueSnapshot older) {
        return layout == older.layout
                ? transfers.differencesTo(older.transfers).toArray()
                : IntStream.range(0, transfers.size()).toArray();
    }
}
