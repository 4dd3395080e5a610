package org.outturn.ui.transfers;

import java.util.stream.IntStream;

/**
 * What is different between two views: some lines in the middle made way for others, and some of
 * the rest look different.
 *
 * @param from the first line that made way
 * @param beforeTo the end of those that made way, in the view before
 * @param afterTo the end of those that came, in the view after
 * @param updated those that look different, in the view after, ascending
 */
record PanelChange(
        PanelView before, PanelView after, int from, int beforeTo, int afterTo, int[] updated) {

    /** Compares line by line: not on the JavaFX thread. */
    static PanelChange between(PanelView before, PanelView after) {
        if (!after.continues(before)) {
            return new PanelChange(before, after, 0, before.size(), after.size(), new int[0]);
        }
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.line(start) == after.line(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.line(before.size() - 1 - end) == after.line(after.size() - 1 - end)) {
            end++;
        }
        int shift = before.size() - after.size();
        IntStream head = IntStream.range(0, start).filter(i -> !after.looksTheSame(i, before, i));
        IntStream tail =
                IntStream.range(after.size() - end, after.size())
                        .filter(i -> !after.looksTheSame(i, before, i + shift));
        return new PanelChange(
                before,
                after,
                start,
                before.size() - end,
                after.size() - end,
                IntStream.concat(head, tail).toArray());
    }

    boolean movesLines() {
        return beforeTo > from || afterTo > from;
    }
}
