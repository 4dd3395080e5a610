package org.outturn.ui.transfers;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.outturn.transfer.QueueSnapshot;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferQueue;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * Brings a queue's state to the screen, filtered and folded. Everything that takes time with many
 * transfers is done away from the JavaFX thread, one look at a time. Used on the JavaFX thread.
 */
final class QueueWatch {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final PanelRows rows = new PanelRows();
    private final ReadOnlyObjectWrapper<@Nullable QueueTotals> totals =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.NONE);

    private @Nullable TransferQueue queue;
    private Folding folding = Folding.ALL_FOLDED;
    private boolean looking;
    private boolean otherwise;

    QueueWatch(TaskRunner tasks, Notifier notifier) {
        this.tasks = tasks;
        this.notifier = notifier;
        filter.subscribe(_ -> {
            folding = folding.withAnotherFilter();
            otherwise = true;
            pump();
        });
    }

    /** Watches another queue from now on. */
    void follow(@Nullable TransferQueue other) {
        queue = other;
        folding = Folding.ALL_FOLDED;
        filter.set(RowFilter.NONE);
        rows.empty();
        totals.set(null);
    }

    /** Looks whether there is something new; to be called about ten times a second. */
    void pump() {
        TransferQueue from = queue;
        if (from == null || looking || !isDue(from)) {
            return;
        }
        looking = true;
        otherwise = false;
        PanelView before = rows.view();
        RowFilter itsFilter = filter.get();
        Folding itsFolding = folding;
        tasks.run(
                "look at the transfers",
                _ ->
                        PanelChange.between(
                                before, before.next(from.snapshot(), itsFilter, itsFolding)),
                change -> {
                    looking = false;
                    if (from == queue && before == rows.view()) {
                        show(change);
                    }
                    if (otherwise) {
                        pump();
                    }
                },
                failure -> {
                    looking = false;
                    notifier.failure(failure);
                });
    }

    private boolean isDue(TransferQueue from) {
        QueueSnapshot last = rows.view().snapshot();
        return otherwise
                || last == null
                || last.version() != from.version()
                // while something runs its speed changes, even if it stands still
                || !last.totals().idle();
    }

    private void show(PanelChange change) {
        rows.show(change);
        QueueSnapshot now = change.after().snapshot();
        totals.set(now == null ? null : now.totals());
    }

    /** Shows or hides the files of a folder. */
    void fold(PanelRow.Folder folder, boolean unfolded) {
        folding = folding.with(folder.key(), filter.get(), unfolded);
        otherwise = true;
        pump();
    }

    PanelRows rows() {
        return rows;
    }

    /** Which transfers are shown. */
    ObjectProperty<RowFilter> filterProperty() {
        return filter;
    }

    /** Sums over the queue; nothing before the first look. */
    ReadOnlyObjectProperty<@Nullable QueueTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }
}
