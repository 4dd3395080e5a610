package org.outturn.ui.outputs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.TaskRunner;

/** The lines that are selected, and the objects they stand for. Used on the JavaFX thread. */
final class SelectedOutputs {
    private final TaskRunner tasks;
    private final Supplier<@Nullable OutputTable> table;
    private final ReadOnlyObjectWrapper<List<OutputLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper collecting = new ReadOnlyBooleanWrapper();
    private Cancellation running = new Cancellation();

    /**
     * @param table the last listing; may be asked on any thread
     */
    SelectedOutputs(TaskRunner tasks, Supplier<@Nullable OutputTable> table) {
        this.tasks = tasks;
        this.table = table;
    }

    void set(List<OutputLine> selected) {
        lines.set(List.copyOf(selected));
        stop();
    }

    /** How much it is, by what the outputs say of themselves: at once, however much it is. */
    SelectedAmount amount() {
        Set<String> whole = new HashSet<>();
        long objects = 0;
        long bytes = 0;
        for (OutputLine line : lines.get()) {
            if (line instanceof OutputLine.OfOutput(OutputRow row, _, _)) {
                whole.add(row.identity());
                objects += row.files();
                bytes += row.bytes();
            }
        }
        for (OutputLine line : lines.get()) {
            if (line instanceof OutputLine.OfFile(OutputRow row, OutputFile file)
                    && !whole.contains(row.identity())) {
                objects++;
                bytes += file.row().size();
            }
        }
        return new SelectedAmount((int) Math.min(objects, Integer.MAX_VALUE), bytes);
    }

    /**
     * Collects the objects of whole outputs and single files, away from the JavaFX thread: there
     * may be a million. Another selection ends that.
     *
     * @param then gets them, on the JavaFX thread; not called when there are none
     */
    void collect(Consumer<List<ListingRow>> then) {
        stop();
        List<OutputLine> selected = lines.get();
        OutputTable from = table.get();
        if (selected.isEmpty() || from == null) {
            return;
        }
        collecting.set(true);
        running =
                tasks.run(
                        "collect what is selected",
                        cancellation -> objects(from, selected, cancellation),
                        found -> {
                            collecting.set(false);
                            if (!found.isEmpty()) {
                                then.accept(found);
                            }
                        },
                        _ -> collecting.set(false));
    }

    private static List<ListingRow> objects(
            OutputTable from, List<OutputLine> selected, Cancellation cancellation) {
        Set<String> whole = new HashSet<>();
        var found = new ArrayList<ListingRow>();
        for (OutputLine line : selected) {
            cancellation.check();
            if (line instanceof OutputLine.OfOutput(OutputRow row, _, _)) {
                whole.add(row.identity());
                Optional<Integer> number = from.find(row.identity());
                number.ifPresent(known -> found.addAll(from.listed(known)));
            }
        }
        for (OutputLine line : selected) {
            if (line instanceof OutputLine.OfFile(OutputRow row, OutputFile file)
                    && !whole.contains(row.identity())) {
                found.add(file.row());
            }
        }
        return found;
    }

    /** Collects nothing any more. */
    void stop() {
        running.cancel();
        collecting.set(false);
    }

    ReadOnlyObjectProperty<List<OutputLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Whether objects are being collected. */
    ReadOnlyBooleanProperty collectingProperty() {
        return collecting.getReadOnlyProperty();
    }
}
