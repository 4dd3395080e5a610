package org.outturn.ui.leftovers;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.orphans.OrphanReport;
import org.outturn.orphans.OrphanSearch;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.RearrangePlanner;
import org.outturn.rearrange.RearrangeSelection;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.outturn.ui.common.TaskRunner;

/** What was left behind in a bucket, and what is to go. Used on the JavaFX thread. */
public final class LeftoversViewModel {
    /** About 500 requests; a bucket of more is looked at in part, and that is said. */
    static final long MOST_OBJECTS = 500_000;

    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Closed());
    private final ReadOnlyIntegerWrapper age = new ReadOnlyIntegerWrapper();

    private final Set<UploadFreeing> beingFreed = new HashSet<>();

    private @Nullable Subject subject;
    private Cancellation looking = new Cancellation();
    private Cancellation freeing = new Cancellation();
    private volatile OrphanSearch.@Nullable Progress progress;

    /** Where the sheet is. */
    sealed interface Stage {

        /** Nothing is asked for. */
        record Closed() implements Stage {}

        /** The bucket is being looked through. */
        record Looking(OrphanSearch.Progress progress) implements Stage {}

        /** It was; the choice changes with {@link LeftoversViewModel#ageProperty()}. */
        record Found(OrphanReport report, LeftoverChoice choice) implements Stage {}

        /** It could not be. */
        record Failed(Failure failure) implements Stage {}

        /** Uploads are being freed. */
        record Freeing(UploadFreeing work, int tried) implements Stage {}
    }

    /**
     * What is looked through.
     *
     * @param part a bucket, or the part of it that the connection is for
     * @param busyKeys keys that transfers of this program still work on
     */
    public record Subject(
            ObjectStore store, Prefix part, Recogniser recogniser, Set<String> busyKeys) {
        public Subject {
            busyKeys = Set.copyOf(busyKeys);
        }
    }

    /** Who does what was agreed to, and hears of it. */
    interface Outcome {
        void delete(RearrangePlan agreed);

        /** Called once, at the end or when it was stopped. */
        void freed(UploadFreeing work);

        void failed(Failure failure);
    }

    public LeftoversViewModel(TaskRunner tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Looks through a bucket, anew. */
    void look(Subject at) {
        looking.cancel();
        subject = at;
        progress = null;
        stage.set(new Stage.Looking(new OrphanSearch.Progress(0, 0)));
        var search = new OrphanSearch(at.store(), at.recogniser(), clock, MOST_OBJECTS);
        looking =
                tasks.run(
                        "look for what was left behind",
                        cancellation ->
                                search.find(
                                        at.part(),
                                        at.busyKeys(),
                                        cancellation,
                                        soFar -> progress = soFar),
                        report -> stage.set(new Stage.Found(report, new LeftoverChoice(report))),
                        failure -> stage.set(new Stage.Failed(failure)));
    }

    /** The same bucket once more. */
    void again() {
        Subject now = subject;
        if (now != null) {
            look(now);
        }
    }

    /** Nobody looks any more; what is being freed goes on. */
    void leave() {
        if (stage.get() instanceof Stage.Looking) {
            looking.cancel();
            stage.set(new Stage.Closed());
        }
    }

    /** Checks a line, or takes its check away. */
    void toggle(LeftoverLine line) {
        if (stage.get() instanceof Stage.Found(_, LeftoverChoice choice)) {
            choice.toggle(line);
            age.set(age.get() + 1);
        }
    }

    /** Opens a line's group, or closes it. */
    void open(LeftoverLine line, boolean open) {
        if (stage.get() instanceof Stage.Found(_, LeftoverChoice choice)) {
            choice.open(line, open);
            age.set(age.get() + 1);
        }
    }

    /** Does away with what is checked: objects by the transfers, uploads here. */
    void delete(Outcome outcome) {
        Subject at = subject;
        if (at == null || !(stage.get() instanceof Stage.Found(_, LeftoverChoice choice))) {
            return;
        }
        List<ObjectEntry> objects = choice.objects();
        List<UnfinishedUpload> uploads = choice.uploads();
        stage.set(new Stage.Closed());
        if (!objects.isEmpty()) {
            var selection = new RearrangeSelection(at.part(), objects, List.of());
            tasks.run(
                    "plan the deletion of what was left behind",
                    cancellation ->
                            new RearrangePlanner(at.store())
                                    .delete(selection, cancellation, _ -> {}),
                    outcome::delete,
                    outcome::failed);
        }
        if (!uploads.isEmpty()) {
            free(new UploadFreeing(at.store(), uploads), outcome::freed);
        }
    }

    private void free(UploadFreeing work, Consumer<UploadFreeing> ended) {
        stage.set(new Stage.Freeing(work, 0));
        beingFreed.add(work);
        freeing =
                tasks.run(
                        "free uploads that never ended",
                        cancellation -> {
                            work.run(cancellation);
                            return work;
                        },
                        _ -> freed(work, ended),
                        _ -> freed(work, ended));
        freeing.onCancel(() -> freed(work, ended));
    }

    /** Once for each work, whether it ended by itself or was stopped. */
    private void freed(UploadFreeing work, Consumer<UploadFreeing> ended) {
        if (!beingFreed.remove(work)) {
            return;
        }
        if (stage.get() instanceof Stage.Freeing(UploadFreeing now, _) && now == work) {
            stage.set(new Stage.Closed());
        }
        ended.accept(work);
    }

    /** Leaves the uploads as they are that have not been freed yet. */
    void stopFreeing() {
        freeing.cancel();
    }

    /** Brings progress to the screen; to be called about ten times a second. */
    public void pump() {
        OrphanSearch.Progress now = progress;
        switch (stage.get()) {
            case Stage.Looking(var before) when now != null && !now.equals(before) ->
                    stage.set(new Stage.Looking(now));
            case Stage.Freeing(var work, int before) when work.tried() != before ->
                    stage.set(new Stage.Freeing(work, work.tried()));
            default -> {
                // nothing has moved
            }
        }
    }

    /** Ends what runs, unheard. */
    public void close() {
        beingFreed.clear();
        looking.cancel();
        freeing.cancel();
        stage.set(new Stage.Closed());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Changes when another line is checked or a group is opened. */
    ReadOnlyIntegerProperty ageProperty() {
        return age.getReadOnlyProperty();
    }
}
