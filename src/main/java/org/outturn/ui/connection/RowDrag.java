package org.outturn.ui.connection;

import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.outturn.connection.Connection;

/** Saved connections dragged to another place in the list. */
final class RowDrag {
    private static final DataFormat ROW = new DataFormat("application/x-outturn-connection");

    private final ConnectionViewModel model;
    private final ConnectionMenus menus;
    private final ConnectionActions actions;
    private final RowWords words;

    RowDrag(
            ConnectionViewModel model,
            ConnectionMenus menus,
            ConnectionActions actions,
            RowWords words) {
        this.model = model;
        this.menus = menus;
        this.actions = actions;
        this.words = words;
    }

    void install(ListCell<Connection> cell) {
        cell.setOnDragDetected(event -> {
            Connection item = cell.getItem();
            if (item != null && words.isSaved(item) && model.filterProperty().get().isBlank()) {
                Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
                var content = new ClipboardContent();
                content.put(ROW, item.identity().key());
                board.setContent(content);
                board.setDragView(cell.snapshot(null, null));
                event.consume();
            }
        });
        cell.setOnDragOver(event -> {
            if (event.getDragboard().hasContent(ROW) && isTarget(cell)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        cell.setOnDragDropped(event -> {
            Object key = event.getDragboard().getContent(ROW);
            Connection target = cell.getItem();
            if (key != null && target != null && words.isSaved(target)) {
                int to = menus.saved().indexOf(target);
                menus.saved().stream()
                        .filter(one -> one.identity().key().equals(key))
                        .findFirst()
                        .ifPresent(one -> actions.move(one, to));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private boolean isTarget(ListCell<Connection> cell) {
        Connection item = cell.getItem();
        return item != null && words.isSaved(item);
    }
}
