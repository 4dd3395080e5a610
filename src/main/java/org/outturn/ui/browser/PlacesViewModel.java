package org.outturn.ui.browser;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.CatalogService;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.Listing;
import org.outturn.catalog.OutputTable;
import org.outturn.catalog.SurveyListener;
import org.outturn.failure.Failure;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.PlaceCount;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.TaskRunner;

/**
 * The outputs of the open bucket with their counts, and its folders, level by level. Used on the
 * JavaFX thread.
 */
public final class PlacesViewModel {
    /** How many objects are looked at for the counts: about 200 requests. */
    public static final long MOST_OBJECTS = 200_000;

    /** How many folders of one level the tree shows; more belong into the table. */
    static final int MOST_FOLDERS = 500;

    private final TaskRunner tasks;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Outputs> outputs = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Prefix> bucket = new ReadOnlyObjectWrapper<>();

    private final ObjectProperty<@Nullable OutputsChoice> shown = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper age = new ReadOnlyIntegerWrapper();

    private Layouts layouts = Layouts.SHIPPED;
    private @Nullable ObjectStore store;
    private @Nullable Listing survey;
    private Tally tally = new Tally();
    private Cancellation folders = new Cancellation();
    private BooleanSupplier other = () -> false;

    /**
     * The outputs that are known.
     *
     * @param kinds by kind, then by prefix
     * @param table the outputs themselves
     */
    public record Outputs(
            Map<OutputKind, List<PlaceCount>> kinds,
            OutputTable table,
            Completeness completeness) {}

    /**
     * The folders of a level.
     *
     * @param more whether there are more than are named
     */
    public record Folders(List<Prefix> folders, boolean more) {}

    public PlacesViewModel(TaskRunner tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Leaves the store before; nothing of it is shown any more. */
    public void use(@Nullable ObjectStore next) {
        stop();
        store = next;
        bucket.set(null);
        outputs.set(null);
    }

    /** From now on keys are read by these layouts; what is open is read again. */
    public void layouts(Layouts next) {
        if (next != layouts) {
            layouts = next;
            count();
        }
    }

    /** By which keys are read. */
    public Layouts layouts() {
        return layouts;
    }

    /**
     * Counts the outputs of a place and shows its folders.
     *
     * @param top a bucket, or the part of it that the identity is kept to
     */
    public void open(Prefix top) {
        stop();
        folders = new Cancellation();
        outputs.set(null);
        bucket.set(top);
        count();
    }

    /** Who looks again instead, and is asked first; says false when nobody does. */
    public void refreshedBy(BooleanSupplier who) {
        other = who;
    }

    /** Takes what another look at the open bucket has found, unless a count is under way. */
    public void took(OutputTable table, Completeness how) {
        Prefix root = bucket.get();
        boolean counting = survey != null && survey.completeness() instanceof Completeness.Running;
        if (!counting && root != null && root.bucket().equals(table.bucket())) {
            tally = new Tally();
            tally.ended(table, how);
            outputs.set(tally.now);
        }
    }

    /** Looks again, because objects have come or gone. */
    public void refresh() {
        if (!other.getAsBoolean()) {
            count();
        }
        age.set(age.get() + 1);
    }

    private void count() {
        Prefix root = bucket.get();
        if (survey != null) {
            survey.cancel();
        }
        if (store != null && root != null) {
            tally = new Tally();
            survey =
                    new CatalogService(store, clock)
                            .survey(root, layouts.recogniser(), tally, MOST_OBJECTS);
        }
    }

    private void stop() {
        if (survey != null) {
            survey.cancel();
            survey = null;
        }
        folders.cancel();
    }

    /** Brings new counts to the screen; to be called about ten times a second. */
    public void pump() {
        Outputs now = tally.now;
        if (survey != null && now != null && now != outputs.get() && !isRunning(now)) {
            outputs.set(now);
        }
    }

    /**
     * A count that is made again is shown when it is complete: until then the old one is nearer the
     * truth.
     */
    private boolean isRunning(Outputs now) {
        Outputs before = outputs.get();
        return now.completeness() instanceof Completeness.Running
                && before != null
                && !(before.completeness() instanceof Completeness.Running);
    }

    /** Lists the folders of one level. */
    public void folders(Prefix place, Consumer<Folders> found, Consumer<Failure> failed) {
        ObjectStore from = store;
        if (from != null) {
            Cancellation task =
                    tasks.run(
                            "list folders",
                            cancellation -> folders(from, place, cancellation),
                            found,
                            failed);
            folders.onCancel(task::cancel);
        }
    }

    private static Folders folders(ObjectStore from, Prefix place, Cancellation cancellation) {
        var enough = new Cancellation();
        cancellation.onCancel(enough::cancel);
        var names = new ArrayList<Prefix>();
        var pages = new int[1];
        try {
            from.list(
                    place,
                    "/",
                    "",
                    enough,
                    page -> {
                        page.prefixes().forEach(p -> names.add(new Prefix(place.bucket(), p)));
                        // a level of a million files and no folders is not read to its end for the
                        // tree
                        if (!page.last() && (names.size() > MOST_FOLDERS || ++pages[0] >= 10)) {
                            enough.cancel();
                        }
                    });
        } catch (CancellationException e) {
            cancellation.check();
        }
        boolean more = enough.isCancelled() || names.size() > MOST_FOLDERS;
        return new Folders(
                List.copyOf(names.subList(0, Math.min(names.size(), MOST_FOLDERS))), more);
    }

    /** What was found; nothing before the first page. */
    public ReadOnlyObjectProperty<@Nullable Outputs> outputsProperty() {
        return outputs.getReadOnlyProperty();
    }

    /** Which outputs the window shows; nothing while it shows files. */
    public ObjectProperty<@Nullable OutputsChoice> shownProperty() {
        return shown;
    }

    /** Changes when the folders are to be looked at again. */
    ReadOnlyIntegerProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** The top of what is open: a bucket, or the part of it that the identity is kept to. */
    public ReadOnlyObjectProperty<@Nullable Prefix> bucketProperty() {
        return bucket.getReadOnlyProperty();
    }

    /** Takes counts on the survey's thread, for the JavaFX thread to look at. */
    private static final class Tally implements SurveyListener {
        private volatile @Nullable Outputs now;

        @Override
        public void counted(OutputTable table) {
            now = outputs(table, new Completeness.Running());
        }

        @Override
        public void ended(OutputTable table, Completeness completeness) {
            now = outputs(table, completeness);
        }

        private static Outputs outputs(OutputTable table, Completeness completeness) {
            var kinds = new EnumMap<OutputKind, List<PlaceCount>>(OutputKind.class);
            for (PlaceCount count : table.counts().places()) {
                kinds.computeIfAbsent(count.place().kind(), _ -> new ArrayList<>()).add(count);
            }
            return new Outputs(kinds, table, completeness);
        }
    }
}
