package org.outturn.ui.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.book.ConnectionBook;
import org.outturn.connection.book.SharedFile;
import org.outturn.failure.FailureException;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** What the operator does to the list, in the background, and what is said of it. */
public final class ConnectionActions {
    private final ConnectionViewModel model;
    private final BookWork work;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final FileChoosers choosers;
    private final Messages messages;

    public ConnectionActions(
            ConnectionViewModel model,
            BookWork work,
            TaskRunner tasks,
            Notifier notifier,
            Dialogs dialogs,
            FileChoosers choosers,
            Messages messages) {
        this.model = model;
        this.work = work;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.choosers = choosers;
        this.messages = messages;
    }

    /** Opens a connection; the sample is started first. */
    void open(Connection connection) {
        if (connection.identity().origin() == Identity.Origin.SAMPLE) {
            model.openSample();
        } else {
            model.open(connection);
        }
    }

    /** Saves what the editor holds. */
    void save(Draft draft, boolean thenOpen) {
        model.working(true);
        tasks.run(
                "save a connection",
                _ -> work.save(draft),
                saved -> {
                    model.working(false);
                    model.touch(saved.connection());
                    saved.keyring()
                            .ifPresent(why ->
                                    notifier.warning(
                                            messages.text(
                                                    why.failure()
                                                                    .messageKey()
                                                                    .equals("keyringMissing")
                                                            ? "connection.kept.noKeyring"
                                                            : "connection.kept.locked",
                                                    saved.connection().name())));
                    model.load(_ -> {});
                    if (thenOpen) {
                        // should it not open, what is saved now is what is changed next
                        model.edit(draft.savedAs(saved.connection()));
                        model.open(saved.connection());
                    } else {
                        model.closeEditor();
                    }
                },
                model::failed);
    }

    void duplicate(Connection connection) {
        run(
                "duplicate a connection",
                () ->
                        work.duplicate(
                                connection, messages.text("connection.copyOf", connection.name())));
    }

    void move(Connection connection, int to) {
        model.touch(connection);
        change("move a connection", book -> book.moved(connection.identity(), to));
    }

    void colour(Connection connection, Mark mark) {
        model.touch(connection);
        change("colour a connection", book -> book.marked(connection.identity(), mark));
    }

    private void change(String what, UnaryOperator<ConnectionBook> change) {
        run(what, () -> work.change(change));
    }

    void remove(Connection connection) {
        dialogs.confirm(
                new Dialogs.Confirmation(
                        messages.text("connection.remove.title", connection.name()),
                        messages.text("connection.remove.text"),
                        messages.text("connection.remove.action"),
                        true),
                () ->
                        tasks.run(
                                "remove a connection",
                                _ -> work.remove(connection),
                                left -> {
                                    left.map(FailureException::failure)
                                            .ifPresent(notifier::failure);
                                    model.load(_ -> {});
                                },
                                notifier::failure));
    }

    /** Keeps a connection that was found in a file, and opens it. */
    void keepAndOpen(Connection found) {
        tasks.run(
                "save a connection",
                _ -> work.keep(found),
                kept -> {
                    model.load(_ -> {});
                    model.open(kept);
                },
                notifier::failure);
    }

    /** Asks for a file and writes connections into it, without what is secret. */
    void share(List<Connection> connections) {
        choosers.fileToSave(messages.text("share.choose"), "outturn-connections.json")
                .ifPresent(file ->
                        tasks.run(
                                "share connections",
                                _ -> {
                                    work.share(file, connections);
                                    return connections.size();
                                },
                                count ->
                                        notifier.success(
                                                messages.text(
                                                        "share.done",
                                                        count,
                                                        file.getFileName().toString())),
                                notifier::failure));
    }

    /** Shows what a file of somebody else has, to be taken over. */
    void review(Path file) {
        tasks.run(
                "read shared connections",
                _ -> new Review(work.shared(file), work.book()),
                read ->
                        dialogs.show(close ->
                                new ImportSheet(
                                        read.offer(),
                                        read.book(),
                                        messages,
                                        close,
                                        this::takeOver)),
                notifier::failure);
    }

    private record Review(SharedFile.Offer offer, ConnectionBook book) {}

    private void takeOver(List<Connection> connections) {
        tasks.run(
                "take over connections",
                _ -> work.takeOver(connections),
                count -> {
                    notifier.success(messages.text("import.done", count));
                    model.load(_ -> {});
                },
                notifier::failure);
    }

    private void run(String what, Runnable change) {
        tasks.run(
                what,
                _ -> {
                    change.run();
                    return true;
                },
                _ -> model.load(_ -> {}),
                notifier::failure);
    }

    Optional<Path> chooseFile(String title) {
        return choosers.files(title).stream().findFirst();
    }
}
