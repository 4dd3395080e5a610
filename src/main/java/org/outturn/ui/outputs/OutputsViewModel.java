package org.outturn.ui.outputs;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputOrder;
import org.outturn.catalog.OutputQuery;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.evidence.Evidence;
import org.outturn.evidence.OutputExpiry;
import org.outturn.evidence.Unheard;
import org.outturn.evidence.Witnesses;
import org.outturn.lifecycle.Coverage;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.ui.common.TaskRunner;

/**
 * The outputs of the open bucket: which are looked at, in which order, which are open and which are
 * selected. Used on the JavaFX thread.
 */
public final class OutputsViewModel {
    /** What expires within this time is going soon. */
    public static final Duration SOON = Duration.ofDays(7);

    private final TaskRunner tasks;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable OutputScope> scope =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OutputQuery> query =
            new ReadOnlyObjectWrapper<>(OutputQuery.ALL);
    private final ReadOnlyObjectWrapper<Completeness> completeness =
            new ReadOnlyObjectWrapper<>(new Completeness.Running());
    private final ReadOnlyObjectWrapper<Map<OutputState, Integer>> states =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final SelectedOutputs selection;
    private final ReadOnlyIntegerWrapper age = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private final LineList lines = new LineList();
    private final Set<String> open = new HashSet<>();
    private final Rules rules;
    private final Asking asking;
    private final AtomicBoolean learned = new AtomicBoolean();
    private final Tags tags = new Tags(() -> learned.set(true));
    private final Known known = new Known(tags, this::firstObject);
    private final ScopeTags scopeTags;

    private @Nullable ObjectStore store;
    private @Nullable OutputTable table;
    private volatile @Nullable OutputTable latest;
    private Cancellation ordering = new Cancellation();
    private boolean orderingRuns;
    private boolean stale;
    private boolean swapping;
    private Consumer<Boolean> beforeSwap = _ -> {};
    private @Nullable OutputQuery shownQuery;

    /**
     * @param witnesses who is asked at first
     */
    public OutputsViewModel(TaskRunner tasks, Clock clock, Witnesses witnesses) {
        this.tasks = tasks;
        this.rules = new Rules(tasks);
        this.selection = new SelectedOutputs(tasks, () -> latest);
        this.scopeTags = new ScopeTags(tasks, tags, known, ScopeTags.MOST);
        this.asking = new Asking(clock, known, witnesses, () -> learned.set(true));
        this.clock = clock;
        filter.subscribe(
                text -> ask(query.get().with(query.get().order(), query.get().state(), text)));
    }

    /** Leaves the store before; nothing of it is shown any more. */
    public void use(@Nullable ObjectStore next) {
        leaveBucket();
        store = next;
        scope.set(null);
    }

    private void leaveBucket() {
        ordering.cancel();
        orderingRuns = false;
        asking.leave();
        known.expiry(null, Optional.empty());
        scopeTags.leave();
        tags.leave();
        rules.leave();
        table = null;
        latest = null;
        open.clear();
        states.set(new EnumMap<>(OutputState.class));
        selection.set(List.of());
        lines.swap(Lines.NONE);
        shown.set(0);
    }

    /** Takes what a look at the bucket has found so far; nothing when another bucket is opened. */
    public void show(@Nullable OutputTable found, Completeness how) {
        OutputTable before = table;
        if (found == null || before != null && !found.bucket().equals(before.bucket())) {
            leaveBucket();
        }
        completeness.set(how);
        if (found == null || found == table) {
            return;
        }
        table = found;
        latest = found;
        ObjectStore from = store;
        if (from != null && asking.begin(from, found.bucket(), this::files)) {
            tags.of(from);
            rules.read(
                    from,
                    found.bucket(),
                    () -> {
                        reckon();
                        rules.cover(table);
                        learned.set(true);
                        stale = true;
                    });
        }
        scopeTags.ask(query.get(), found);
        reckon();
        if (!(how instanceof Completeness.Running)) {
            rules.cover(found);
        }
        stale = true;
    }

    /** From now on these are asked, anew about everything. */
    public void witnesses(Witnesses others) {
        asking.witnesses(others);
    }

    /** The witnesses of an output that could not be asked. */
    public List<Unheard> unheard(OutputRow row) {
        return known.found(row).map(Evidence::unheard).orElse(List.of());
    }

    private void reckon() {
        OutputExpiry reckoned = rules.expiry(table);
        if (reckoned != null) {
            known.expiry(reckoned, rules.versioning());
        }
    }

    /** On any thread: the files of an output by the last listing. */
    private List<OutputFile> files(OutputRow row) {
        OutputTable now = latest;
        return now == null ? List.of() : now.find(row.identity()).map(now::files).orElse(List.of());
    }

    /** Looks at these outputs; nothing for none. */
    public void open(@Nullable OutputScope next) {
        if (next != null && !next.equals(scope.get())) {
            filter.set("");
            long before =
                    next.goingSoon() ? clock.instant().plus(SOON).toEpochMilli() : Long.MAX_VALUE;
            OutputOrder order =
                    next.goingSoon()
                            ? new OutputOrder(OutputOrder.Column.EXPIRES, true)
                            : OutputOrder.NEWEST;
            ask(new OutputQuery(next.kinds(), next.place(), Optional.empty(), before, "", order));
        }
        scope.set(next);
    }

    /** Shows one state only; all of them for nothing. */
    public void state(Optional<OutputState> wanted) {
        ask(query.get().with(query.get().order(), wanted, query.get().filter()));
    }

    /** Asks for another order. */
    public void sort(OutputOrder order) {
        ask(query.get().with(order, query.get().state(), query.get().filter()));
    }

    private void ask(OutputQuery next) {
        if (!next.equals(query.get())) {
            query.set(next);
            scopeTags.ask(next, table);
            stale = true;
            pump();
        }
    }

    /** Shows the files of an output, or hides them. */
    public void toggle(OutputRow row) {
        if (!open.remove(row.identity())) {
            open.add(row.identity());
        }
        stale = true;
        pump();
    }

    /** Who is told when more is known of outputs in sight. */
    public void onLearned(Runnable who) {
        age.subscribe(_ -> who.run());
    }

    /** An output is in sight: what its listing does not tell is asked for. */
    void seen(OutputRow row) {
        asking.seen(row);
    }

    /** Tags are shown, or are not: they are asked for only while they are. */
    void wantTags(boolean wanted) {
        tags.want(wanted);
        age.set(age.get() + 1);
    }

    /** An object whose tags are in sight; of an output the first file. */
    void tagsSeen(OutputLine line) {
        object(line).ifPresent(tags::seen);
    }

    /** Some objects have these tags now. */
    public void tagged(Map<ObjectAddress, ObjectTags> changed) {
        tags.changed(changed);
        learned.set(true);
    }

    /** The storage class of a line; of an output all that its files are in. */
    String storageClass(OutputLine line) {
        OutputTable now = latest;
        return switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) ->
                    now == null ? "" : String.join(", ", now.storageClasses(row));
            case OutputLine.OfFile(_, OutputFile file) -> file.row().storageClass();
        };
    }

    /** The object whose tags a line shows. */
    Optional<ListingRow> object(OutputLine line) {
        return switch (line) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> firstObject(row);
            case OutputLine.OfFile(_, OutputFile file) -> Optional.of(file.row());
        };
    }

    private Optional<ListingRow> firstObject(OutputRow row) {
        OutputTable now = latest;
        return now == null ? Optional.empty() : now.first(row);
    }

    /** Brings what is new to the screen; to be called about ten times a second. */
    public void pump() {
        if (learned.getAndSet(false)) {
            age.set(age.get() + 1);
            // counts of states change too, but are not worth a new order each time
            stale |= query.get().looksBeyondListing();
        }
        tags.ask();
        scopeTags.pump();
        OutputTable from = table;
        if (!stale || orderingRuns || from == null) {
            return;
        }
        stale = false;
        orderingRuns = true;
        OutputQuery wanted = query.get();
        Set<String> opened = Set.copyOf(open);
        ordering =
                tasks.run(
                        "order outputs",
                        cancellation -> Ordered.of(from, wanted, known, opened, cancellation),
                        ordered -> show(ordered, wanted),
                        _ -> orderingRuns = false);
    }

    /**
     * @param who told before the lines change, and whether they are still an answer to the same
     *     question
     */
    void beforeSwap(Consumer<Boolean> who) {
        beforeSwap = who;
    }

    private void show(Ordered ordered, OutputQuery asked) {
        orderingRuns = false;
        beforeSwap.accept(asked.equals(shownQuery));
        shownQuery = asked;
        // the table gives its selection up while the lines change, and then takes it back
        swapping = true;
        lines.swap(ordered.lines());
        swapping = false;
        states.set(ordered.states());
        shown.set(ordered.lines().outputs());
    }

    void select(List<OutputLine> selected) {
        if (!swapping) {
            selection.set(selected);
        }
    }

    /** What is left of the selection after the lines have changed. */
    void restored(List<OutputLine> selected) {
        selection.set(selected);
    }

    /** How much is selected. */
    public SelectedAmount selectedAmount() {
        return selection.amount();
    }

    /** What is selected, and the objects behind it. */
    SelectedOutputs selected() {
        return selection;
    }

    /** For how much of the bucket its lifecycle rules hold; nothing while that is not known. */
    public ReadOnlyObjectProperty<@Nullable Coverage> coverageProperty() {
        return rules.coverageProperty();
    }

    /** What is known beyond the listing. */
    public OutputLookup lookup() {
        return known;
    }

    /** The tags of all that are looked at. */
    ScopeTags scopeTags() {
        return scopeTags;
    }

    Known known() {
        return known;
    }

    public @Nullable ObjectStore store() {
        return store;
    }

    /** Which outputs are looked at; nothing while files are. */
    public ReadOnlyObjectProperty<@Nullable OutputScope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OutputQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** How much of the bucket was looked at. */
    public ReadOnlyObjectProperty<Completeness> completenessProperty() {
        return completeness.getReadOnlyProperty();
    }

    /** How many outputs there are of each state, whichever state is shown. */
    public ReadOnlyObjectProperty<Map<OutputState, Integer>> statesProperty() {
        return states.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<OutputLine>> selectionProperty() {
        return selection.linesProperty();
    }

    /** Changes when more is known of outputs that are in sight. */
    ReadOnlyIntegerProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Words that an output must hold. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The lines as the table shows them. */
    public ObservableList<OutputLine> lines() {
        return lines;
    }

    /** How many outputs are shown. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
