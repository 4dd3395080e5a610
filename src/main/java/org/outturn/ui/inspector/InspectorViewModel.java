package org.outturn.ui.inspector;

import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.outturn.preview.Preview;
import org.outturn.preview.PreviewService;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.ui.common.Loadable;
import org.outturn.ui.common.TaskRunner;

/**
 * Fetches what is known of the selected object. Details, tags and preview arrive each for itself,
 * because each may be denied for itself. Used on the JavaFX thread.
 */
public final class InspectorViewModel {
    private final TaskRunner tasks;
    private final PauseTransition settle;

    private final ReadOnlyObjectWrapper<Inspected> inspected =
            new ReadOnlyObjectWrapper<>(new Inspected.Nothing());
    private final ReadOnlyObjectWrapper<Loadable<ObjectDetails>> details = idle();
    private final ReadOnlyObjectWrapper<Loadable<ObjectTags>> tags = idle();
    private final ReadOnlyObjectWrapper<Loadable<Preview>> preview = idle();

    private @Nullable ObjectStore store;
    private Cancellation running = new Cancellation();
    private Cancellation readingTags = new Cancellation();
    private Consumer<ObjectAddress> editing = _ -> {};

    /**
     * @param settle how long a selection must last before it is fetched, so that the arrow keys can
     *     run down a list
     */
    public InspectorViewModel(TaskRunner tasks, Duration settle) {
        this.tasks = tasks;
        this.settle = new PauseTransition(settle);
    }

    /** Leaves the store before; nothing of it is shown any more. */
    public void use(@Nullable ObjectStore next) {
        show(new Inspected.Nothing());
        store = next;
    }

    /** Shows a selection; what was under way for the one before is given up. */
    public void show(Inspected selection) {
        settle.stop();
        running.cancel();
        running = new Cancellation();
        details.set(new Loadable.Idle<>());
        tags.set(new Loadable.Idle<>());
        preview.set(new Loadable.Idle<>());
        inspected.set(selection);
        if (selection instanceof Inspected.OneObject(ObjectAddress address) && store != null) {
            ObjectStore from = store;
            details.set(new Loadable.Loading<>());
            tags.set(new Loadable.Loading<>());
            preview.set(new Loadable.Loading<>());
            settle.setOnFinished(_ -> fetch(from, address));
            settle.playFromStart();
        }
    }

    /** Fetches the selection once more. */
    public void refresh() {
        show(inspected.get());
    }

    /** Says who lets the operator change an object's tags. */
    public void onEditTags(Consumer<ObjectAddress> who) {
        editing = who;
    }

    /** The operator wants to change the tags of what is shown. */
    void editTags() {
        if (inspected.get() instanceof Inspected.OneObject(ObjectAddress address)) {
            editing.accept(address);
        }
    }

    /** Some objects have these tags now. */
    public void tagged(Map<ObjectAddress, ObjectTags> changed) {
        if (inspected.get() instanceof Inspected.OneObject(ObjectAddress address)
                && changed.get(address) instanceof ObjectTags now) {
            // an answer under way may be older
            readingTags.cancel();
            tags.set(new Loadable.Ready<>(now));
        }
    }

    private void fetch(ObjectStore from, ObjectAddress address) {
        load("details", details, _ -> from.details(address), found -> look(from, found));
        readingTags = load("tags", tags, _ -> from.tags(address), _ -> {});
    }

    private void look(ObjectStore from, ObjectDetails found) {
        var previews = new PreviewService(from);
        load("preview", preview, cancellation -> previews.preview(found, cancellation), _ -> {});
    }

    private <T> Cancellation load(
            String name,
            ReadOnlyObjectWrapper<Loadable<T>> target,
            TaskRunner.Work<T> work,
            Consumer<T> then) {
        Cancellation generation = running;
        Cancellation task =
                tasks.run(
                        name,
                        work,
                        value -> {
                            target.set(new Loadable.Ready<>(value));
                            then.accept(value);
                        },
                        failure -> {
                            target.set(new Loadable.Failed<>(failure));
                            if (target == (Object) details) {
                                preview.set(new Loadable.Failed<>(failure));
                            }
                        });
        generation.onCancel(task::cancel);
        return task;
    }

    private static <T> ReadOnlyObjectWrapper<Loadable<T>> idle() {
        return new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
    }

    public ReadOnlyObjectProperty<Inspected> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loadable<ObjectDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loadable<ObjectTags>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loadable<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }
}
