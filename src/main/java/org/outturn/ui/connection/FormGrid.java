package org.outturn.ui.connection;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.outturn.ui.common.Messages;

/** Fields with their labels, one below the other. */
final class FormGrid extends GridPane {
    private static final double LABELS = 124;

    private final Messages messages;

    FormGrid(Messages messages) {
        this.messages = messages;
        setHgap(10);
        setVgap(8);
        var labels = new ColumnConstraints(LABELS);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().addAll(labels, fields);
    }

    /** A field with its label before it. */
    FormGrid row(String key, Control field) {
        field.setMaxWidth(Double.MAX_VALUE);
        addRow(getRowCount(), label(key, field), field);
        return this;
    }

    /** A field with a button behind it. */
    FormGrid row(String key, Control field, Button button) {
        HBox.setHgrow(field, Priority.ALWAYS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        var both = new HBox(6, field, button);
        both.setAlignment(Pos.CENTER_LEFT);
        addRow(getRowCount(), label(key, field), both);
        return this;
    }

    /** Something that has its own words. */
    FormGrid row(Node node) {
        add(node, 1, getRowCount());
        return this;
    }

    /** Something with a label that is not for one control. */
    FormGrid row(String key, Node node) {
        var label = new Label(messages.text(key));
        addRow(getRowCount(), label, node);
        return this;
    }

    private Label label(String key, Control field) {
        var label = new Label(messages.text(key));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static TextField field(String id, TextField field, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }
}
