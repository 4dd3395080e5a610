package org.outturn.ui.transfers;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.QueueSnapshot;

/**
 * The lines of the panel at one moment. Immutable; a line is made when it is looked at, because
 * there may be a hundred thousand.
 */
final class PanelView extends AbstractList<PanelRow> implements RandomAccess {
    static final PanelView EMPTY =
            new PanelView(null, new int[0], RowFilter.NONE, Folding.ALL_FOLDED);

    private final @Nullable QueueSnapshot snapshot;
    private final int[] order;
    private final RowFilter filter;
    private final Folding folding;

    private PanelView(
            @Nullable QueueSnapshot snapshot, int[] order, RowFilter filter, Folding folding) {
        this.snapshot = snapshot;
        this.order = order;
        this.filter = filter;
        this.folding = folding;
    }

    /** The view that follows this one; not to be made on the JavaFX thread. */
    PanelView next(QueueSnapshot now, RowFilter itsFilter, Folding itsFolding) {
        boolean sameLines =
                snapshot != null
                        && now.sameRows(snapshot)
                        && filter.equals(itsFilter)
                        && !filter.looksAtStates()
                        && folding.equals(itsFolding);
        return new PanelView(
                now,
                sameLines ? order : PanelOrder.of(now, itsFilter, itsFolding),
                itsFilter,
                itsFolding);
    }

    @Nullable QueueSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public PanelRow get(int index) {
        if (snapshot == null) {
            throw new IndexOutOfBoundsException(index);
        }
        int line = order[index];
        if (line >= 0) {
            var transfer = snapshot.transfers().get(line);
            return new PanelRow.File(transfer, !transfer.group().isEmpty());
        }
        GroupSnapshot group = snapshot.groups().get(~line);
        return new PanelRow.Folder(group, unfolded(group));
    }

    private boolean unfolded(GroupSnapshot group) {
        return folding.shows(PanelRow.Folder.keyOf(group), filter);
    }

    /** Where the line is now that a row was once made of; -1 when it is not there. */
    @Override
    public int indexOf(@Nullable Object row) {
        if (snapshot == null || !(row instanceof PanelRow known)) {
            return -1;
        }
        Object key = known.key();
        for (int index = 0; index < order.length; index++) {
            if (key.equals(keyAt(order[index], snapshot))) {
                return index;
            }
        }
        return -1;
    }

    private static Object keyAt(int line, QueueSnapshot snapshot) {
        return line >= 0
                ? snapshot.transfers().get(line).id()
                : PanelRow.Folder.keyOf(snapshot.groups().get(~line));
    }

    /** Whether the same number means the same line in both. */
    boolean continues(PanelView older) {
        return snapshot != null && older.snapshot != null && snapshot.continues(older.snapshot);
    }

    /** Which line, as a number that {@link #continues(PanelView)} makes comparable. */
    int line(int index) {
        return order[index];
    }

    /** Whether a line that both have looks the same in both. */
    boolean looksTheSame(int index, PanelView older, int olderIndex) {
        int line = order[index];
        if (snapshot == null || older.snapshot == null) {
            return false;
        }
        if (line >= 0) {
            // the same snapshot most of the time; one that was taken anew may still say the same
            return snapshot.transfers()
                    .get(line)
                    .equals(older.snapshot.transfers().get(older.order[olderIndex]));
        }
        GroupSnapshot now = snapshot.groups().get(~line);
        GroupSnapshot before = older.snapshot.groups().get(~older.order[olderIndex]);
        return now.equals(before) && unfolded(now) == older.unfolded(before);
    }
}
