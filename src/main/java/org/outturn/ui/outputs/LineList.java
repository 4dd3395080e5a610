package org.outturn.ui.outputs;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** What the table shows; lines are made when they are looked at, and swapped in at once. */
final class LineList extends ObservableListBase<OutputLine> {
    private Lines lines = Lines.NONE;

    @Override
    public OutputLine get(int index) {
        return lines.line(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    void swap(Lines next) {
        Lines before = lines;
        beginChange();
        lines = next;
        nextReplace(0, next.size(), view(before));
        endChange();
    }

    private static List<OutputLine> view(Lines lines) {
        return new AbstractList<>() {
            @Override
            public OutputLine get(int index) {
                return lines.line(index);
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }
}
