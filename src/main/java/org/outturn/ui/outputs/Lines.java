package org.outturn.ui.outputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputTable;

/** Outputs in their order, those that are open followed by their files. Immutable. */
final class Lines {
    static final Lines NONE = new Lines(null, new int[0], Set.of());

    private final @Nullable OutputTable table;
    private final int[] order;
    private final List<List<OutputFile>> files = new ArrayList<>();

    /** Of each open output: its line, before it the lines of those that are open before. */
    private final int[] openLines;

    private final int[] openPositions;
    private final int size;

    /**
     * @param order numbers of outputs
     * @param open identities of those that are open
     */
    Lines(@Nullable OutputTable table, int[] order, Set<String> open) {
        this.table = table;
        this.order = order;
        int[] positions =
                table == null || open.isEmpty()
                        ? new int[0]
                        : java.util.stream.IntStream.range(0, order.length)
                                .filter(i -> open.contains(table.rows().get(order[i]).identity()))
                                .toArray();
        this.openPositions = positions;
        this.openLines = new int[positions.length];
        int before = 0;
        for (int i = 0; i < positions.length; i++) {
            openLines[i] = positions[i] + before;
            List<OutputFile> below = table == null ? List.of() : table.files(order[positions[i]]);
            files.add(below);
            before += below.size();
        }
        this.size = order.length + before;
    }

    int size() {
        return size;
    }

    /** How many outputs there are. */
    int outputs() {
        return order.length;
    }

    OutputLine line(int index) {
        OutputTable from = table;
        if (from == null || index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int found = Arrays.binarySearch(openLines, index);
        if (found >= 0) {
            return output(from, openPositions[found], true);
        }
        int last = -found - 2;
        if (last < 0) {
            return output(from, index, false);
        }
        int below = index - openLines[last] - 1;
        List<OutputFile> there = files.get(last);
        if (below < there.size()) {
            return new OutputLine.OfFile(
                    from.rows().get(order[openPositions[last]]), there.get(below));
        }
        return output(from, openPositions[last] + 1 + below - there.size(), false);
    }

    private OutputLine output(OutputTable from, int position, boolean open) {
        int number = order[position];
        return new OutputLine.OfOutput(from.rows().get(number), number, open);
    }
}
