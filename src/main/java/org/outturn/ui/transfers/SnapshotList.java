package org.outturn.ui.transfers;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.outturn.transfer.QueueSnapshot;
import org.outturn.transfer.TransferSnapshot;

/**
 * The transfers as the queue had them at its last snapshot; only rows that changed are repainted.
 */
final class SnapshotList extends ObservableListBase<TransferSnapshot> {
    private List<TransferSnapshot> rows = List.of();

    @Override
    public TransferSnapshot get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    void empty() {
        replace(List.of());
    }

    /** Shows a snapshot that follows another one. */
    void swap(QueueSnapshot older, QueueSnapshot newer) {
        List<TransferSnapshot> next = newer.transfers();
        boolean grown = !rows.isEmpty() && rows == older.transfers() && sameStart(rows, next);
        if (!grown) {
            replace(next);
            return;
        }
        int before = rows.size();
        int[] changed = newer.changedSince(older);
        beginChange();
        rows = next;
        for (int index : changed) {
            if (index < before) {
                nextUpdate(index);
            }
        }
        if (next.size() > before) {
            nextAdd(before, next.size());
        }
        endChange();
    }

    private static boolean sameStart(List<TransferSnapshot> before, List<TransferSnapshot> next) {
        int last = before.size() - 1;
        return next.size() >= before.size()
                && next.get(0).id().equals(before.get(0).id())
                && next.get(last).id().equals(before.get(last).id());
    }

    private void replace(List<TransferSnapshot> next) {
        List<TransferSnapshot> before = rows;
        beginChange();
        rows = next;
        nextReplace(0, next.size(), before);
        endChange();
    }
}
