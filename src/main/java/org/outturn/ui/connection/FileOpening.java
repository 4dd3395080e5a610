package org.outturn.ui.connection;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.outturn.connection.dotenv.EnvFiles;
import org.outturn.connection.dotenv.EnvFound;
import org.outturn.connection.dotenv.NatsAccess;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/** Opens files that connections are made of: those that are chosen, and those that are dropped. */
public final class FileOpening {
    private final EnvFiles files;
    private final ConnectionViewModel model;
    private final ConnectionActions actions;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final Messages messages;
    private final Consumer<String> hide;

    /**
     * @param hide is told every secret
     */
    public FileOpening(
            EnvFiles files,
            ConnectionViewModel model,
            ConnectionActions actions,
            TaskRunner tasks,
            Dialogs dialogs,
            Notifier notifier,
            Messages messages,
            Consumer<String> hide) {
        this.files = files;
        this.hide = hide;
        this.model = model;
        this.actions = actions;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
        this.messages = messages;
    }

    void chooseEnvFile() {
        actions.chooseFile(messages.text("dotenv.choose")).ifPresent(this::openEnvFile);
    }

    void chooseShared() {
        actions.chooseFile(messages.text("import.choose")).ifPresent(actions::review);
    }

    /** A file of shared connections ends in {@code .json}; all others are {@code .env} files. */
    void open(Path file) {
        if (file.toString().endsWith(".json")) {
            actions.review(file);
        } else {
            openEnvFile(file);
        }
    }

    private void openEnvFile(Path file) {
        tasks.run("read a .env file", _ -> files.find(file), this::show, notifier::failure);
    }

    private void show(EnvFound found) {
        found.nats().flatMap(NatsAccess::token).ifPresent(hide);
        dialogs.show(close ->
                new EnvSheet(
                        found,
                        new RowWords(messages),
                        messages,
                        close,
                        (connection, keep) -> {
                            if (keep) {
                                actions.keepAndOpen(connection);
                            } else {
                                model.open(connection);
                            }
                        }));
    }

    /**
     * Has files dropped on a page opened.
     *
     * @param hint shown while files hover
     */
    void accept(Node area, Node hint) {
        area.setOnDragOver(event -> {
            if (fromOutside(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                hint.setVisible(true);
                event.consume();
            }
        });
        area.setOnDragExited(_ -> hint.setVisible(false));
        area.setOnDragDropped(event -> {
            hint.setVisible(false);
            if (fromOutside(event)) {
                List<File> dropped = event.getDragboard().getFiles();
                event.setDropCompleted(true);
                event.consume();
                dropped.stream().map(File::toPath).forEach(this::open);
            }
        });
    }

    private static boolean fromOutside(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getGestureSource() == null;
    }
}
