package org.outturn.follow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;

/**
 * What is different between two looks at one bucket. An output is told by its identity; a document
 * whose folder comes after its ZIP is the same one, though its identity is then the folder's.
 *
 * @param fresh outputs that were not there
 * @param turned outputs that are in another state now, by the bucket alone
 * @param grown outputs that have more files or bytes, or newer ones
 * @param gone outputs that are not there any more
 */
public record OutputChanges(
        List<OutputRow> fresh, List<Change> turned, List<Change> grown, List<OutputRow> gone) {
    /** Nothing is different. */
    public static final OutputChanges NONE =
            new OutputChanges(List.of(), List.of(), List.of(), List.of());

    /** One output as it was and as it is. */
    public record Change(OutputRow before, OutputRow after) {
        /** Whether it goes by another identity now. */
        public boolean renamed() {
            return !before.identity().equals(after.identity());
        }
    }

    public OutputChanges {
        fresh = List.copyOf(fresh);
        turned = List.copyOf(turned);
        grown = List.copyOf(grown);
        gone = List.copyOf(gone);
    }

    public boolean isEmpty() {
        return fresh.isEmpty() && turned.isEmpty() && grown.isEmpty() && gone.isEmpty();
    }

    /** Takes time in proportion to both tables: not for the JavaFX thread. */
    public static OutputChanges between(OutputTable before, OutputTable after) {
        if (before == after) {
            return NONE;
        }
        Map<String, OutputRow> goneByKey = new HashMap<>();
        for (OutputRow row : before.rows()) {
            if (after.find(row.identity()).isEmpty()) {
                goneByKey.put(row.firstKey(), row);
            }
        }
        var fresh = new ArrayList<OutputRow>();
        var turned = new ArrayList<Change>();
        var grown = new ArrayList<Change>();
        for (int i = 0; i < after.rows().size(); i++) {
            OutputRow now = after.rows().get(i);
            int number = before.find(now.identity()).orElse(-1);
            OutputRow was = number < 0 ? renamed(after, i, goneByKey) : before.rows().get(number);
            if (was == null) {
                fresh.add(now);
                continue;
            }
            if (was.bucket().state() != now.bucket().state()) {
                turned.add(new Change(was, now));
            }
            if (now.files() > was.files()
                    || now.bytes() > was.bytes()
                    || now.newest().isAfter(was.newest())) {
                grown.add(new Change(was, now));
            }
        }
        return new OutputChanges(fresh, turned, grown, new ArrayList<>(goneByKey.values()));
    }

    private static @Nullable OutputRow renamed(
            OutputTable after, int number, Map<String, OutputRow> goneByKey) {
        if (goneByKey.isEmpty() || after.rows().get(number).form().pairSeconds() == 0) {
            return null;
        }
        for (String key : after.keys(number)) {
            OutputRow was = goneByKey.remove(key);
            if (was != null) {
                return was;
            }
        }
        return null;
    }
}
