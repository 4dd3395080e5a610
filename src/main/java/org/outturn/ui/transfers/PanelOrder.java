package org.outturn.ui.transfers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.QueueSnapshot;
import org.outturn.transfer.TransferSnapshot;

/**
 * Which lines a snapshot makes, as numbers: a transfer's index, or the complement of a group's.
 * Takes a few milliseconds for a hundred thousand transfers: not for the JavaFX thread.
 */
final class PanelOrder {
    private final QueueSnapshot snapshot;
    private final RowFilter filter;
    private final Folding folding;
    private final Map<PanelRow.Folder.Key, Integer> groups = new HashMap<>();

    /** Those lines that are folders, or files in none. */
    private final Numbers top = new Numbers();

    /** The files below each group's line; nothing for a group that has no line yet. */
    private final Numbers[] below;

    private PanelOrder(QueueSnapshot snapshot, RowFilter filter, Folding folding) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.folding = folding;
        List<GroupSnapshot> all = snapshot.groups();
        below = new Numbers[all.size()];
        for (int group = 0; group < all.size(); group++) {
            groups.put(PanelRow.Folder.keyOf(all.get(group)), group);
        }
    }

    static int[] of(QueueSnapshot snapshot, RowFilter filter, Folding folding) {
        var order = new PanelOrder(snapshot, filter, folding);
        order.sort();
        return order.flattened();
    }

    private void sort() {
        List<TransferSnapshot> transfers = snapshot.transfers();
        TransferSnapshot before = null;
        int group = -1;
        boolean unfolded = false;
        for (int index = 0; index < transfers.size(); index++) {
            TransferSnapshot transfer = transfers.get(index);
            if (!filter.shows(transfer)) {
                continue;
            }
            if (transfer.group().isEmpty()) {
                top.add(index);
                continue;
            }
            // most files lie in the same folder as the one before
            if (before == null
                    || !before.batch().equals(transfer.batch())
                    || !before.group().equals(transfer.group())) {
                var key = new PanelRow.Folder.Key(transfer.batch(), transfer.group());
                group = groups.get(key);
                unfolded = folding.shows(key, filter);
                before = transfer;
            }
            if (below[group] == null) {
                below[group] = new Numbers();
                top.add(~group);
            }
            if (unfolded) {
                below[group].add(index);
            }
        }
    }

    private int[] flattened() {
        return top.stream()
                .flatMap(line ->
                        line >= 0
                                ? IntStream.of(line)
                                : IntStream.concat(IntStream.of(line), below[~line].stream()))
                .toArray();
    }

    /** Numbers without a box around each. */
    private static final class Numbers {
        private int[] values = new int[16];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        IntStream stream() {
            return Arrays.stream(values, 0, size);
        }
    }
}
