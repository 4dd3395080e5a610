package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.ui.common.Messages;

/** Labels and values, one below the other; values can be copied. */
final class FactGrid {
    private final Messages messages;

    FactGrid(Messages messages) {
        this.messages = messages;
    }

    List<Node> sections(List<DetailsRows.Section> sections) {
        var nodes = new ArrayList<Node>();
        for (DetailsRows.Section section : sections) {
            var box = new VBox(8);
            if (!section.title().isEmpty()) {
                var title = new Label(section.title());
                title.getStyleClass().add("fact-title");
                box.getChildren().add(title);
            }
            box.getChildren().add(rows(section.rows()));
            nodes.add(box);
        }
        return nodes;
    }

    Node grid(SortedMap<String, String> values) {
        return rows(
                values.entrySet().stream()
                        .map(e -> new DetailsRows.Row(e.getKey(), e.getValue(), ""))
                        .toList());
    }

    private GridPane rows(List<DetailsRows.Row> rows) {
        var grid = new GridPane(10, 7);
        var labels = new ColumnConstraints();
        // shares, not grown widths: only then does the grid ask for heights at the right width
        labels.setPercentWidth(34);
        var values = new ColumnConstraints();
        values.setPercentWidth(66);
        grid.getColumnConstraints().addAll(labels, values);
        for (int i = 0; i < rows.size(); i++) {
            DetailsRows.Row row = rows.get(i);
            var label = new Label(row.label());
            label.setWrapText(true);
            label.getStyleClass().add("text-muted");
            GridPane.setValignment(label, VPos.TOP);
            Label value = value(row);
            label.setLabelFor(value);
            grid.addRow(i, label, value);
        }
        return grid;
    }

    /** Wraps where it must, and can be copied from its menu. */
    private Label value(DetailsRows.Row row) {
        var value = new Label(row.value());
        value.getStyleClass().add("fact");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAccessibleText(messages.text("inspector.fact", row.label(), row.value()));
        var copy = new MenuItem(messages.text("inspector.copy"));
        copy.setOnAction(_ -> copy(row.exact().isEmpty() ? row.value() : row.exact()));
        value.setContextMenu(new ContextMenu(copy));
        if (!row.exact().isEmpty()) {
            value.setTooltip(new Tooltip(row.exact()));
        }
        return value;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
