package org.outturn.ui.transfers;

import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the panel, for its table. Swapping a view tells the table of what changed only; what
 * it does not look at is never made. Used on the JavaFX thread.
 */
final class PanelRows extends ObservableListBase<PanelRow> {
    private PanelView view = PanelView.EMPTY;

    @Override
    public PanelRow get(int index) {
        return view.get(index);
    }

    @Override
    public int size() {
        return view.size();
    }

    /** By what a line stands for: so the table finds its selection again. */
    @Override
    public int indexOf(@Nullable Object row) {
        return view.indexOf(row);
    }

    PanelView view() {
        return view;
    }

    /**
     * @param change from the view that is shown
     */
    void show(PanelChange change) {
        beginChange();
        view = change.after();
        if (change.movesLines()) {
            nextReplace(
                    change.from(),
                    change.afterTo(),
                    change.before().subList(change.from(), change.beforeTo()));
        }
        for (int index : change.updated()) {
            nextUpdate(index);
        }
        endChange();
    }

    void empty() {
        show(PanelChange.between(view, PanelView.EMPTY));
    }
}
