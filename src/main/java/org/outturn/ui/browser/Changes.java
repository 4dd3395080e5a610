package org.outturn.ui.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.rearrange.RearrangePlan;
import org.outturn.rearrange.RearrangePlanner;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Makes folders, and asks before anything is deleted. Used on the JavaFX thread. */
public final class Changes {
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Messages messages;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();

    /**
     * Something that takes a while.
     *
     * @param text what, and how far; asked for about ten times a second
     */
    record Running(Supplier<String> text, Cancellation cancellation) {}

    public Changes(
            TaskRunner tasks,
            Dialogs dialogs,
            Notifier notifier,
            Messages messages,
            Formats formats) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * Counts what the selection stands for, and asks.
     *
     * @param agreed gets what is to be deleted
     */
    public void delete(
            ObjectStore store,
            Prefix place,
            List<ListingRow> rows,
            Consumer<RearrangePlan> agreed) {
        var found = new AtomicLong();
        run(
                () -> messages.text("browser.delete.counting", found.get()),
                "count for deletion",
                cancellation ->
                        new RearrangePlanner(store)
                                .delete(Rows.rearrangement(place, rows), cancellation, found::set),
                plan -> confirm(rows, plan, agreed));
    }

    private void confirm(
            List<ListingRow> rows, RearrangePlan plan, Consumer<RearrangePlan> agreed) {
        int count = plan.objectsToDo();
        if (count == 0) {
            notifier.info(messages.text("browser.delete.nothing"));
            return;
        }
        String what =
                rows.size() == 1
                        ? RowNames.shown(rows.getFirst(), messages)
                        : messages.text("browser.delete.several", rows.size());
        var question =
                new Dialogs.Confirmation(
                        messages.text("browser.delete.title", count),
                        messages.text(
                                "browser.delete.text",
                                what,
                                plan.base().s3Uri(),
                                formats.size(plan.bytesToDo())),
                        messages.text("browser.delete.action", count),
                        true);
        dialogs.confirm(question, () -> agreed.accept(plan));
    }

    /** Asks for a name and stores the empty object that other clients, too, take for a folder. */
    void newFolder(ObjectStore store, Prefix place, Consumer<Prefix> made) {
        String where = place.isRoot() ? place.bucket() : place.name();
        var question =
                new Dialogs.Question(
                        messages.text("browser.newFolder.title"),
                        messages.text("browser.newFolder.label", where),
                        "",
                        messages.text("browser.newFolder.action"),
                        name -> complaint(place, name));
        dialogs.ask(
                question,
                name -> {
                    Prefix folder = place.child(name);
                    var address = new ObjectAddress(folder.bucket(), folder.value());
                    tasks.run(
                            "new folder",
                            _ -> {
                                store.put(
                                        address, new byte[0], "application/x-directory", Map.of());
                                return folder;
                            },
                            stored -> {
                                notifier.success(messages.text("browser.newFolder.done", name));
                                made.accept(stored);
                            },
                            notifier::failure);
                });
    }

    private String complaint(Prefix place, String name) {
        if (name.startsWith("/") || name.endsWith("/") || name.contains("//")) {
            return messages.text("browser.newFolder.slash");
        }
        int bytes = place.child(name).value().getBytes(StandardCharsets.UTF_8).length;
        return bytes > ObjectAddress.MAX_KEY_BYTES ? messages.text("browser.newFolder.long") : "";
    }

    private <T> void run(
            Supplier<String> text, String name, TaskRunner.Work<T> work, Consumer<T> then) {
        Running before = running.get();
        if (before != null) {
            return;
        }
        Cancellation cancellation =
                tasks.run(
                        name,
                        work,
                        (T result) -> {
                            running.set(null);
                            then.accept(result);
                        },
                        failure -> {
                            running.set(null);
                            notifier.failure(failure);
                        });
        cancellation.onCancel(() -> running.set(null));
        running.set(new Running(text, cancellation));
    }

    /** What is being counted; nothing most of the time. */
    ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running.getReadOnlyProperty();
    }
}
