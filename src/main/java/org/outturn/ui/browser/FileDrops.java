package org.outturn.ui.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Messages;

/**
 * Files dropped on the table. Only sees that there are files: no disk is touched while they hover
 * or fall.
 */
final class FileDrops {
    private final Node area;
    private final Node hint;
    private final Label hintText;
    private final Messages messages;

    FileDrops(Node area, Node hint, Label hintText, Messages messages) {
        this.area = area;
        this.hint = hint;
        this.hintText = hintText;
        this.messages = messages;
    }

    void accept(Supplier<@Nullable Prefix> place, BiConsumer<List<Path>, Prefix> upload) {
        area.setOnDragOver(event -> {
            Prefix target = place.get();
            if (target != null && comesFromOutside(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                String where = target.isRoot() ? target.bucket() : target.name() + "/";
                hintText.setText(messages.text("browser.drop", RowNames.visible(where)));
                hint.setVisible(true);
            }
            event.consume();
        });
        area.setOnDragExited(_ -> hint.setVisible(false));
        area.setOnDragDropped(event -> {
            Prefix target = place.get();
            Dragboard board = event.getDragboard();
            boolean files = target != null && comesFromOutside(event);
            hint.setVisible(false);
            event.setDropCompleted(files);
            event.consume();
            if (target != null && files) {
                upload.accept(board.getFiles().stream().map(File::toPath).toList(), target);
            }
        });
    }

    /** Rows dragged out of this window are not dropped back on it. */
    private static boolean comesFromOutside(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getGestureSource() == null;
    }
}
