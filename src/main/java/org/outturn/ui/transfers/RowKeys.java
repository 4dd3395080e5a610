package org.outturn.ui.transfers;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The panel by keyboard: space pauses or goes on, Delete cancels, Ctrl+Enter sends first, Enter and
 * the arrows fold.
 *
 * @param fold folds a folder, or unfolds it
 */
record RowKeys(
        TableView<PanelRow> table,
        BiConsumer<RowCommand, PanelRow> act,
        Consumer<PanelRow.Folder> fold) {

    void install() {
        // before the table, which takes space and the arrows for itself
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        PanelRow row = selected();
        if (row == null) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case SPACE -> does(row, pauseOrResume(row));
                    case DELETE -> does(row, Optional.of(RowCommand.CANCEL));
                    case ENTER ->
                            event.isShortcutDown()
                                    ? does(row, Optional.of(RowCommand.FIRST))
                                    : folds(row, null);
                    case RIGHT, KP_RIGHT -> folds(row, true);
                    case LEFT, KP_LEFT -> folds(row, false);
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    /** As it is now: what the selection holds may be older. */
    private @Nullable PanelRow selected() {
        int index = table.getSelectionModel().getSelectedIndex();
        return index >= 0 && index < table.getItems().size() ? table.getItems().get(index) : null;
    }

    private static Optional<RowCommand> pauseOrResume(PanelRow row) {
        return RowCommand.PAUSE.helps(row.counts())
                ? Optional.of(RowCommand.PAUSE)
                : Optional.of(RowCommand.RESUME);
    }

    private boolean does(PanelRow row, Optional<RowCommand> command) {
        command.filter(c -> c.helps(row.counts())).ifPresent(c -> act.accept(c, row));
        return true;
    }

    private boolean folds(PanelRow row, @Nullable Boolean shown) {
        if (!(row instanceof PanelRow.Folder folder)) {
            return false;
        }
        if (shown == null || shown != folder.unfolded()) {
            fold.accept(folder);
        }
        return true;
    }
}
