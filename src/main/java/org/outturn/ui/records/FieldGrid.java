package org.outturn.ui.records;

import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Fields with their labels, one below the other. */
final class FieldGrid extends GridPane {
    private static final double LABELS = 110;

    /** Of a short field, in characters. */
    private static final int SHORT = 10;

    FieldGrid() {
        setHgap(10);
        setVgap(8);
        var labels = new ColumnConstraints(LABELS);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, fields);
    }

    FieldGrid row(String text, Control field) {
        field.setMaxWidth(Double.MAX_VALUE);
        addRow(getRowCount(), label(text, field), field);
        return this;
    }

    /** Two that belong together, beside one another. */
    FieldGrid row(String text, TextField field, String otherText, TextField other) {
        HBox.setHgrow(field, Priority.ALWAYS);
        other.setPrefColumnCount(SHORT);
        field.setPrefColumnCount(SHORT);
        var both = new HBox(10, field, label(otherText, other), other);
        both.setAlignment(Pos.CENTER_LEFT);
        addRow(getRowCount(), label(text, field), both);
        return this;
    }

    private static Label label(String text, Control field) {
        var label = new Label(text);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("fact-title");
        return title;
    }
}
