package org.outturn.ui.records;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Fields with their labels, one below the other. */
final class FieldGrid extends GridPane {
    private static final double LABELS = 110;

    FieldGrid() {
        setHgap(10);
        setVgap(8);
        var labels = new ColumnConstraints(LABELS);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, fields);
    }

    FieldGrid row(String text, Control field) {
        var label = new Label(text);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        field.setMaxWidth(Double.MAX_VALUE);
        addRow(getRowCount(), label, field);
        return this;
    }

    static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("fact-title");
        return title;
    }
}
