package org.outturn.ui.outputs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputQuery;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.storage.Cancellation;
import org.outturn.tagging.TagGathering;
import org.outturn.ui.common.TaskRunner;

/**
 * Reads the tags of all outputs that are looked at, the newest first, while a question depends on
 * them. Used on the JavaFX thread.
 */
final class ScopeTags {
    /** Each output is a request: so many take a minute and a half at 50 a second. */
    static final int MOST = 5_000;

    private final TaskRunner tasks;
    private final Tags tags;
    private final OutputLookup lookup;
    private final int most;
    private final ReadOnlyObjectWrapper<@Nullable TagReading> reading =
            new ReadOnlyObjectWrapper<>();

    private Cancellation finding = new Cancellation();
    private boolean findingRuns;
    private @Nullable OutputQuery wanted;
    private @Nullable OutputQuery stopped;
    private @Nullable OutputTable table;
    private boolean stale;
    private @Nullable Found found;

    /**
     * The objects that stand for the outputs.
     *
     * @param outputs how many outputs there are
     */
    private record Found(List<ListingRow> objects, int outputs) {}

    /**
     * @param most reads those of no more outputs than this
     */
    ScopeTags(TaskRunner tasks, Tags tags, OutputLookup lookup, int most) {
        this.tasks = tasks;
        this.tags = tags;
        this.lookup = lookup;
        this.most = most;
    }

    /** This is asked now of these outputs; nothing of none. */
    void ask(OutputQuery query, @Nullable OutputTable of) {
        if (of == null || !query.needsTags()) {
            leave();
            return;
        }
        boolean sameScope = wanted != null && wanted.inScope().equals(query.inScope());
        if (!query.equals(stopped)) {
            stopped = null;
        }
        if (!sameScope) {
            leave();
        }
        stale |= !sameScope || table != of || found == null;
        wanted = query;
        table = of;
    }

    /** Wants no tags but those in sight. */
    void leave() {
        finding.cancel();
        findingRuns = false;
        wanted = null;
        table = null;
        stale = false;
        if (found != null) {
            tags.gather(List.of());
        }
        found = null;
        reading.set(null);
    }

    /** The operator does not want to wait for more. */
    void stop() {
        stopped = wanted;
        found = null;
        tags.gather(List.of());
        TagReading now = reading.get();
        if (now != null) {
            reading.set(
                    new TagReading(
                            now.read(), now.of(), now.outputs(), now.failed(), true, now.denied()));
        }
    }

    /** The operator does want the rest. */
    void goOn() {
        stopped = null;
        stale = true;
    }

    /** To be called about ten times a second. */
    void pump() {
        OutputQuery asked = wanted;
        OutputTable from = table;
        if (asked == null || from == null || stopped != null) {
            return;
        }
        if (stale && !findingRuns) {
            stale = false;
            findingRuns = true;
            finding =
                    tasks.run(
                            "find outputs to read tags of",
                            cancellation -> find(from, asked, cancellation),
                            this::read,
                            _ -> findingRuns = false);
        }
        Found of = found;
        if (of != null) {
            TagGathering now = tags.gathering();
            TagReading next =
                    new TagReading(
                            now.all() - now.left() - now.failed(),
                            now.all(),
                            of.outputs(),
                            now.failed(),
                            false,
                            now.denied());
            if (!Objects.equals(next, reading.get())) {
                reading.set(next);
            }
        }
    }

    private Found find(OutputTable from, OutputQuery asked, Cancellation cancellation) {
        int[] rows = asked.inScope().rows(from, lookup, cancellation);
        List<OutputRow> outputs = from.rows();
        List<ListingRow> objects =
                Arrays.stream(rows)
                        .limit(most)
                        .mapToObj(row -> from.first(outputs.get(row)))
                        .flatMap(java.util.Optional::stream)
                        .toList();
        // an output that only an upload in parts tells of has no object yet, and so no tags
        return new Found(objects, rows.length > most ? rows.length : objects.size());
    }

    private void read(Found now) {
        findingRuns = false;
        found = now;
        tags.gather(now.objects());
    }

    boolean isRunning() {
        TagReading now = reading.get();
        return now != null && now.isRunning();
    }

    /** How far they are read; nothing while nobody needs them. */
    ReadOnlyObjectProperty<@Nullable TagReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }
}
