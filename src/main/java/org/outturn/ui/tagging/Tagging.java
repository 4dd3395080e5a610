package org.outturn.ui.tagging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagForm;
import org.outturn.tagging.TagPlan;
import org.outturn.tagging.TagTemplate;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** Asks how the tags of objects are to be changed. Used on the JavaFX thread. */
public final class Tagging {
    /** So many objects at most are changed by one answer; their addresses are kept in memory. */
    static final int MOST = 100_000;

    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Clock clock;
    private final Outside outside;
    private @Nullable ObjectStore store;

    /**
     * What others know and do.
     *
     * @param templates tags that are set again and again; asked for with each sheet
     * @param day the day of the output that an object belongs to, where it is known; asked on any
     *     thread
     * @param wanted carries a plan out
     */
    public record Outside(
            Supplier<List<TagTemplate>> templates,
            Function<ObjectAddress, Optional<LocalDate>> day,
            Consumer<TagPlan> wanted) {}

    public Tagging(
            TaskRunner tasks, Dialogs dialogs, Messages messages, Clock clock, Outside outside) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
        this.clock = clock;
        this.outside = outside;
    }

    /** Leaves the store before. */
    public void use(@Nullable ObjectStore next) {
        store = next;
    }

    /**
     * Opens a sheet for what is selected; nothing happens when nothing is, or nothing is open.
     *
     * @param objects may be many thousands
     * @param folders all objects below these, too
     */
    public void edit(List<ObjectAddress> objects, List<Prefix> folders) {
        ObjectStore from = store;
        if (from == null || objects.isEmpty() && folders.isEmpty()) {
            return;
        }
        if (objects.size() == 1 && folders.isEmpty()) {
            one(from, objects.getFirst());
        } else {
            many(from, List.copyOf(objects), List.copyOf(folders));
        }
    }

    private void one(ObjectStore from, ObjectAddress address) {
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> day = outside.day().apply(address);
        dialogs.show(close ->
                new OneObjectSheet(
                        tasks,
                        from,
                        address,
                        new TagForm(Optional.empty(), day, today),
                        outside.templates().get(),
                        messages,
                        close,
                        edit -> submit(List.of(address), edit, today)));
    }

    private void many(ObjectStore from, List<ObjectAddress> objects, List<Prefix> folders) {
        LocalDate today = LocalDate.now(clock);
        var search = new TagSearch(from, outside.day(), MOST);
        dialogs.show(close ->
                new ManyObjectsSheet(
                        tasks,
                        found ->
                                cancellation ->
                                        search.find(objects, folders, found::set, cancellation),
                        new TagForm(Optional.empty(), Optional.empty(), today),
                        outside.templates().get(),
                        about(objects, folders),
                        messages,
                        close,
                        (all, edit) -> submit(all, edit, today)));
    }

    private String about(List<ObjectAddress> objects, List<Prefix> folders) {
        if (objects.isEmpty() && folders.size() == 1) {
            return folders.getFirst().s3Uri();
        }
        Prefix place =
                folders.isEmpty() ? objects.getFirst().parent() : folders.getFirst().parent();
        List<String> parts = new ArrayList<>();
        if (!objects.isEmpty()) {
            parts.add(messages.text("browser.status.files", objects.size()));
        }
        if (!folders.isEmpty()) {
            parts.add(messages.text("browser.status.folders", folders.size()));
        }
        return messages.text("tags.about", String.join(", ", parts), place.s3Uri());
    }

    /** Of a hundred thousand objects each gets an edit of its own: not on the JavaFX thread. */
    private void submit(List<ObjectAddress> objects, TagEdit edit, LocalDate today) {
        tasks.run(
                "plan tags",
                _ -> TagPlan.of(objects, edit, outside.day(), today),
                outside.wanted(),
                dialogs::showFailure);
    }
}
