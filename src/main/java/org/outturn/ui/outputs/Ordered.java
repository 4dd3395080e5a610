package org.outturn.ui.outputs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputQuery;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;

/**
 * The outputs of a question, put in order.
 *
 * @param states how many there are of each state, whichever state is asked for
 */
record Ordered(Lines lines, Map<OutputState, Integer> states) {

    /** Blocks: not for the JavaFX thread. */
    static Ordered of(
            OutputTable table,
            OutputQuery query,
            OutputLookup lookup,
            Set<String> open,
            Cancellation cancellation) {
        int[] all = query.ofAnyState().rows(table, lookup, cancellation);
        var states = new EnumMap<OutputState, Integer>(OutputState.class);
        for (int row : all) {
            states.merge(lookup.status(table.rows().get(row)).state(), 1, Integer::sum);
        }
        int[] shown =
                query.state().isEmpty()
                        ? all
                        : Arrays.stream(all)
                                .filter(row ->
                                        lookup.status(table.rows().get(row)).state()
                                                == query.state().get())
                                .toArray();
        return new Ordered(new Lines(table, shown, open), states);
    }
}
