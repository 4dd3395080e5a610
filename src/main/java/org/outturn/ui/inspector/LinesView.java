package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * A text, line by line. A list rather than a text area, because that lays out only the lines in
 * sight: a text area holds the window for seconds over a few hundred kilobytes.
 */
final class LinesView extends ListView<String> {
    /** Longer lines are cut into pieces, because one line is laid out whole. */
    static final int LONGEST_LINE = 1_000;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    LinesView(String text) {
        setItems(FXCollections.observableArrayList(lines(text)));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().addAll("lines-view", "dense");
        setCellFactory(_ -> new LineCell());
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(String.join("\n", getSelectionModel().getSelectedItems()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        text.lines()
                .forEach(line -> {
                    String rest = line.replace("\t", "    ");
                    while (rest.length() > LONGEST_LINE) {
                        // a surrogate pair stays together
                        int cut =
                                Character.isHighSurrogate(rest.charAt(LONGEST_LINE - 1))
                                        ? LONGEST_LINE - 1
                                        : LONGEST_LINE;
                        lines.add(rest.substring(0, cut));
                        rest = rest.substring(cut);
                    }
                    lines.add(rest);
                });
        return lines;
    }

    private final class LineCell extends ListCell<String> {
        LineCell() {
            setWrapText(true);
            prefWidthProperty().bind(LinesView.this.widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
