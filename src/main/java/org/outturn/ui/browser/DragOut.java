package org.outturn.ui.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.download.DownloadAction;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.download.PlannedDownload;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * Drags rows out of the window. Another program wants files, not addresses, and JavaFX must name
 * them when the drag begins; so the selection is fetched to a folder of our own first: small ones
 * already when the mouse goes down on them, larger ones at the first drag, which then says when
 * they are ready.
 */
public final class DragOut {
    /** What is fetched on a mere press, in bytes. */
    private static final long SMALL = 8L << 20;

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Messages messages;
    private final Formats formats;
    private final DragFolder folder;

    private @Nullable Prepared prepared;
    private @Nullable Preparing preparing;

    private record Prepared(List<ListingRow> rows, List<Path> files) {}

    private record Preparing(List<ListingRow> rows, Cancellation work, boolean[] announced) {}

    /**
     * @param folder where fetched files are kept for a day
     */
    public DragOut(
            TaskRunner tasks, Notifier notifier, Messages messages, Formats formats, Path folder) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.messages = messages;
        this.formats = formats;
        this.folder = new DragFolder(folder);
    }

    /** Forgets what was fetched: the next connection may have other files by the same names. */
    public void leave() {
        if (preparing != null) {
            preparing.work().cancel();
        }
        preparing = null;
        prepared = null;
    }

    void from(TableView<ListingRow> table, BrowserViewModel model) {
        table.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> fetchSmall(event, model));
        // a press on rows that are selected already selects on its release
        table.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> fetchSmall(event, model));
        table.setOnDragDetected(event -> dragDetected(event, table, model));
    }

    /** A press that selects few bytes makes them ready to be dragged. */
    private void fetchSmall(MouseEvent event, BrowserViewModel model) {
        List<ListingRow> rows = model.selectionProperty().get();
        boolean small =
                rows.stream().noneMatch(ListingRow::isFolder)
                        && rows.stream().mapToLong(ListingRow::size).sum() <= SMALL;
        if (event.getButton() == MouseButton.PRIMARY && small && !rows.isEmpty()) {
            prepare(rows, model, false);
        }
    }

    private void dragDetected(
            MouseEvent event, TableView<ListingRow> table, BrowserViewModel model) {
        List<ListingRow> rows = model.selectionProperty().get();
        if (event.getButton() != MouseButton.PRIMARY || rows.isEmpty() || !isOnRow(event)) {
            return;
        }
        Prepared ready = prepared;
        if (ready == null || !ready.rows().equals(rows)) {
            prepare(rows, model, true);
            event.consume();
            return;
        }
        Dragboard board = table.startDragAndDrop(TransferMode.COPY);
        var content = new ClipboardContent();
        content.putFiles(ready.files().stream().map(Path::toFile).toList());
        board.setContent(content);
        event.consume();
    }

    private static boolean isOnRow(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TableRow<?>)) {
            node = node.getParent();
        }
        return node instanceof TableRow<?> row && !row.isEmpty();
    }

    private void prepare(List<ListingRow> rows, BrowserViewModel model, boolean announce) {
        Preparing running = preparing;
        if (running != null && running.rows().equals(rows)) {
            if (announce && !running.announced()[0]) {
                running.announced()[0] = true;
                announce(rows);
            }
            return;
        }
        if (prepared != null && prepared.rows().equals(rows)) {
            return;
        }
        if (running != null) {
            running.work().cancel();
        }
        ObjectStore store = model.store();
        Prefix place = model.locationProperty().get();
        if (store == null || place == null) {
            return;
        }
        prepared = null;
        boolean[] announced = {announce};
        Cancellation work =
                tasks.run(
                        "fetch for dragging",
                        cancellation -> fetch(store, place, rows, cancellation),
                        files -> {
                            preparing = null;
                            prepared = new Prepared(rows, files);
                            if (announced[0]) {
                                notifier.success(messages.text("browser.drag.ready"));
                            }
                        },
                        failure -> {
                            preparing = null;
                            if (announced[0]) {
                                notifier.failure(failure);
                            }
                        });
        preparing = new Preparing(rows, work, announced);
        if (announce) {
            announce(rows);
        }
    }

    private void announce(List<ListingRow> rows) {
        long bytes = rows.stream().filter(row -> !row.isFolder()).mapToLong(ListingRow::size).sum();
        notifier.info(messages.text("browser.drag.fetching", formats.size(bytes)));
    }

    private List<Path> fetch(
            ObjectStore store, Prefix place, List<ListingRow> rows, Cancellation cancellation)
            throws IOException {
        Path own = folder.fresh(Instant.now());
        DownloadPlan plan =
                new DownloadPlanner(store)
                        .plan(
                                Rows.selection(place, rows),
                                own,
                                ExistingFilePolicy.KEEP_BOTH,
                                cancellation,
                                _ -> {});
        for (PlannedDownload object : plan.objects()) {
            cancellation.check();
            if (object.action() == DownloadAction.CREATE) {
                Files.createDirectories(Objects.requireNonNull(object.file().getParent()));
                store.download(
                        new DownloadRequest(object.source(), object.file(), false),
                        ProgressListener.NONE,
                        cancellation);
            } else if (object.action() == DownloadAction.FOLDER) {
                Files.createDirectories(object.file());
            }
        }
        try (var top = Files.list(own)) {
            return top.toList();
        }
    }
}
