package org.outturn.ui.inspector;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.outturn.catalog.ListingRow;
import org.outturn.lifecycle.ArchiveKind;
import org.outturn.lifecycle.ArchiveState;
import org.outturn.lifecycle.ManyRestores;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Has archived objects restored, after a question. Used on the JavaFX thread. */
public final class Restoring {
    private final InspectorViewModel model;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Messages messages;
    private final Clock clock;

    public Restoring(
            InspectorViewModel model,
            TaskRunner tasks,
            Dialogs dialogs,
            Notifier notifier,
            Messages messages,
            Clock clock) {
        this.model = model;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.messages = messages;
        this.clock = clock;
    }

    /** Has those of some objects restored that are in an archive by their storage class. */
    public void restoreAll(ObjectStore store, List<ListingRow> rows) {
        List<ListingRow> archived =
                rows.stream().filter(row -> !row.isFolder() && kind(row).isPresent()).toList();
        if (archived.isEmpty()) {
            notifier.info(messages.text("restores.none"));
            return;
        }
        boolean deep = archived.stream().anyMatch(row -> kind(row).get() == ArchiveKind.DEEP);
        String classes =
                archived.stream()
                        .map(ListingRow::storageClass)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        List<ObjectAddress> objects = archived.stream().map(ListingRow::address).toList();
        dialogs.show(close ->
                new RestoreSheet(
                        messages.text("restores.files", objects.size()),
                        classes,
                        // what all of them can be asked for
                        deep ? ArchiveKind.DEEP : ArchiveKind.FLEXIBLE,
                        true,
                        messages,
                        close,
                        (days, speed) -> {
                            var all = new ManyRestores(store, objects, days, speed.tier());
                            dialogs.show(closeReport ->
                                    new ManyRestoresSheet(
                                            all, objects.size(), tasks, messages, closeReport));
                        }));
    }

    private static Optional<ArchiveKind> kind(ListingRow row) {
        return ArchiveKind.of(row.storageClass(), "");
    }

    /** What can be done about an object's archive; empty when it is in none. */
    Optional<Node> button(ObjectDetails details) {
        return switch (ArchiveState.of(details, clock.instant())) {
            case ArchiveState.Available() -> Optional.empty();
            case ArchiveState.Archived(ArchiveKind kind) ->
                    Optional.of(button("inspector.restore", () -> ask(details, kind, true)));
            case ArchiveState.Restored(ArchiveKind kind, _) ->
                    kind.comesBackForGood()
                            ? Optional.empty()
                            : Optional.of(
                                    button(
                                            "inspector.restore.longer",
                                            () -> ask(details, kind, false)));
            case ArchiveState.Restoring(_) ->
                    Optional.of(button("inspector.restore.look", model::refresh));
        };
    }

    private Button button(String key, Runnable action) {
        var button = new Button(messages.text(key));
        button.setId("restore");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void ask(ObjectDetails details, ArchiveKind kind, boolean fetch) {
        String name = details.address().name();
        dialogs.show(close ->
                new RestoreSheet(
                        name,
                        details.storageClass(),
                        kind,
                        fetch,
                        messages,
                        close,
                        (days, speed) ->
                                model.restore(
                                        details.address(),
                                        days,
                                        speed.tier(),
                                        () -> notifier.success(asked(name, days, speed, fetch)),
                                        notifier::failure)));
    }

    private String asked(String name, int days, ArchiveKind.Speed speed, boolean fetch) {
        if (!fetch) {
            return messages.text("inspector.restore.kept", name, days);
        }
        String time = RestoreTexts.time(speed, messages);
        return days == 0
                ? messages.text("inspector.restore.askedForGood", name, time)
                : messages.text("inspector.restore.asked", name, time, days);
    }
}
