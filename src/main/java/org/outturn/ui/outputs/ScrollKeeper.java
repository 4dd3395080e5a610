package org.outturn.ui.outputs;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in sight in its place when lines come or go above it. At the top the table stays
 * there: that is where new outputs come.
 */
final class ScrollKeeper {
    private final TableView<OutputLine> table;
    private @Nullable String first;
    private int index;

    ScrollKeeper(TableView<OutputLine> table) {
        this.table = table;
    }

    /**
     * Before the lines change.
     *
     * @param sameQuestion whether the new lines answer the question of the old ones
     */
    void remember(boolean sameQuestion) {
        first = null;
        IndexedCell<?> cell = sameQuestion ? firstCell() : null;
        List<OutputLine> lines = table.getItems();
        if (cell != null && cell.getIndex() > 0 && cell.getIndex() < lines.size()) {
            index = cell.getIndex();
            first = lines.get(index).key();
        }
    }

    /** After they have changed. */
    void restore() {
        String wanted = first;
        if (wanted == null) {
            return;
        }
        first = null;
        List<OutputLine> lines = table.getItems();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(wanted)) {
                int now = i;
                if (now != index) {
                    // when the table has taken the new lines in
                    Platform.runLater(() -> table.scrollTo(now));
                }
                return;
            }
        }
    }

    private @Nullable IndexedCell<?> firstCell() {
        Node flow = table.lookup(".virtual-flow");
        return flow instanceof VirtualFlow<?> rows ? rows.getFirstVisibleCell() : null;
    }
}
