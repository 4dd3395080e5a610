package org.outturn.ui.inspector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.preview.Preview;
import org.outturn.preview.PreviewService;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.RestoreTier;
import org.outturn.ui.common.Loadable;
import org.outturn.ui.common.TaskRunner;

/**
 * Fetches what is known of the selected object. Details, tags and preview arrive each for itself,
 * because each may be denied for itself. Used on the JavaFX thread.
 */
public final class InspectorViewModel {
    /** Buckets that never kept versions send none. */
    private static final String VERSION_ID = "x-amz-version-id";

    /** So many older versions are shown at first. */
    static final int FIRST_VERSIONS = 20;

    /** And no more than this after a click: one request on most servers. */
    static final int MOST_VERSIONS = 500;

    private final TaskRunner tasks;
    private final PauseTransition settle;

    private final ReadOnlyObjectWrapper<Inspected> inspected =
            new ReadOnlyObjectWrapper<>(new Inspected.Nothing());
    private final ReadOnlyObjectWrapper<Loadable<ObjectDetails>> details = idle();
    private final ReadOnlyObjectWrapper<Loadable<ObjectTags>> tags = idle();
    private final ReadOnlyObjectWrapper<Loadable<Preview>> preview = idle();
    private final ReadOnlyObjectWrapper<Loadable<LifecycleRules>> rules = idle();

    private final ReadOnlyObjectWrapper<Loadable<KeptVersions>> versions = idle();

    /** Of each bucket that has been asked for its rules. */
    private final Map<String, Loadable<LifecycleRules>> known = new HashMap<>();

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
        known.clear();
    }

    /** Shows a selection; what was under way for the one before is given up. */
    public void show(Inspected selection) {
        boolean same =
                selection.subject().isPresent()
                        && selection.subject().equals(inspected.get().subject());
        if (same && selection instanceof Inspected.OneOutput) {
            // more is known of the output; its object is being shown already
            inspected.set(selection);
        } else {
            fetch(selection);
        }
    }

    private void fetch(Inspected selection) {
        settle.stop();
        running.cancel();
        running = new Cancellation();
        details.set(new Loadable.Idle<>());
        tags.set(new Loadable.Idle<>());
        preview.set(new Loadable.Idle<>());
        rules.set(new Loadable.Idle<>());
        versions.set(new Loadable.Idle<>());
        inspected.set(selection);
        ObjectAddress address = selection.subject().orElse(null);
        if (address != null && store != null) {
            ObjectStore from = store;
            details.set(new Loadable.Loading<>());
            tags.set(new Loadable.Loading<>());
            preview.set(new Loadable.Loading<>());
            settle.setOnFinished(_ -> fetch(from, address));
            settle.playFromStart();
        }
    }

    /** Fetches the selection once more, with the rules of its bucket. */
    public void refresh() {
        Inspected now = inspected.get();
        now.subject().ifPresent(address -> known.remove(address.bucket()));
        fetch(now);
    }

    /** Says who lets the operator change an object's tags. */
    public void onEditTags(Consumer<ObjectAddress> who) {
        editing = who;
    }

    /** The operator wants to change the tags of what is shown. */
    void editTags() {
        inspected.get().subject().ifPresent(editing);
    }

    /** Some objects have these tags now. */
    public void tagged(Map<ObjectAddress, ObjectTags> changed) {
        ObjectAddress address = inspected.get().subject().orElse(null);
        if (address != null && changed.get(address) instanceof ObjectTags now) {
            // an answer under way may be older
            readingTags.cancel();
            tags.set(new Loadable.Ready<>(now));
        }
    }

    private void fetch(ObjectStore from, ObjectAddress address) {
        load("details", details, _ -> from.details(address), found -> look(from, found));
        readingTags = load("tags", tags, _ -> from.tags(address), _ -> {});
        fetchRules(from, address.bucket());
    }

    /** Once for each bucket, whatever is selected meanwhile. */
    private void fetchRules(ObjectStore from, String bucket) {
        Loadable<LifecycleRules> before = known.get(bucket);
        if (before != null) {
            rules.set(before);
            return;
        }
        arrived(from, bucket, new Loadable.Loading<>());
        tasks.run(
                "lifecycle",
                _ -> LifecycleRules.of(from.lifecycle(bucket)),
                value -> arrived(from, bucket, new Loadable.Ready<>(value)),
                failure -> {
                    arrived(from, bucket, new Loadable.Failed<>(failure));
                    if (failure.retryable() && store == from) {
                        known.remove(bucket);
                    }
                });
    }

    private void arrived(ObjectStore from, String bucket, Loadable<LifecycleRules> state) {
        if (store != from) {
            return;
        }
        known.put(bucket, state);
        ObjectAddress address = inspected.get().subject().orElse(null);
        if (address != null && address.bucket().equals(bucket)) {
            rules.set(state);
        }
    }

    /**
     * Asks the server to restore an archived object, whatever is selected meanwhile.
     *
     * @param days 1 or more, or 0 for what comes back for good
     * @param done told when the server has taken the request
     */
    void restore(
            ObjectAddress address,
            int days,
            RestoreTier tier,
            Runnable done,
            Consumer<Failure> failed) {
        ObjectStore from = store;
        if (from == null) {
            return;
        }
        tasks.run(
                "restore",
                _ -> {
                    from.restore(address, days, tier);
                    return address;
                },
                _ -> {
                    done.run();
                    if (inspected.get().subject().equals(Optional.of(address))) {
                        refresh();
                    }
                },
                failed);
    }

    private void look(ObjectStore from, ObjectDetails found) {
        var previews = new PreviewService(from);
        load("preview", preview, cancellation -> previews.preview(found, cancellation), _ -> {});
        if (found.headers().containsKey(VERSION_ID)) {
            listVersions(from, found.address(), FIRST_VERSIONS);
        }
    }

    private void listVersions(ObjectStore from, ObjectAddress address, int most) {
        versions.set(new Loadable.Loading<>());
        load(
                "versions",
                versions,
                cancellation -> KeptVersions.ask(from, address, most, cancellation),
                _ -> {});
    }

    /** Lists older versions that were left out at first. */
    void listMoreVersions() {
        ObjectAddress address = inspected.get().subject().orElse(null);
        if (address != null && store != null) {
            listVersions(store, address, MOST_VERSIONS);
        }
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

    /** The rules of the selected object's bucket. */
    public ReadOnlyObjectProperty<Loadable<LifecycleRules>> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    /** The older versions of the selected object; idle where the bucket keeps none. */
    ReadOnlyObjectProperty<Loadable<KeptVersions>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loadable<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }
}
