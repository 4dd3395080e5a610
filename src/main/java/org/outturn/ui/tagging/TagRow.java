package org.outturn.ui.tagging;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.tagging.Tag;
import org.outturn.tagging.TagComplaint;
import org.outturn.ui.common.Messages;

/** One tag to be typed, with what is wrong with it below. */
final class TagRow extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** So that keys stand below one another. */
    static final double KEY_WIDTH = 190;

    private final TextField key = new TextField();
    private final TextField value = new TextField();
    private final Label complaint = new Label();
    private final Messages messages;

    /**
     * @param changed called when something was typed
     * @param removed called when the row is to go
     */
    TagRow(Tag tag, Messages messages, Runnable changed, Consumer<TagRow> removed) {
        super(3);
        this.messages = messages;
        getStyleClass().add("tag-row");
        key.setText(tag.key());
        key.setMinWidth(KEY_WIDTH);
        key.setPrefWidth(KEY_WIDTH);
        key.getStyleClass().add("tag-key");
        key.setAccessibleText(messages.text("tags.key"));
        value.setText(tag.value());
        value.getStyleClass().add("tag-value");
        value.setAccessibleText(messages.text("tags.value"));
        HBox.setHgrow(value, Priority.ALWAYS);
        var remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("button-icon", "flat", "tag-remove");
        remove.setAccessibleText(messages.text("tags.delete"));
        remove.setTooltip(new Tooltip(messages.text("tags.delete")));
        remove.setOnAction(_ -> removed.accept(this));
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        getChildren().addAll(new HBox(8, key, value, remove), complaint);
        key.textProperty().subscribe((_, _) -> changed.run());
        value.textProperty().subscribe((_, _) -> changed.run());
    }

    Tag tag() {
        return new Tag(key.getText(), value.getText());
    }

    void value(String text) {
        value.setText(text);
    }

    /** Shows what is wrong with this tag; nothing when nothing is. */
    void show(List<TagComplaint> complaints) {
        key.pseudoClassStateChanged(DANGER, has(complaints, TagComplaint.Part.KEY));
        value.pseudoClassStateChanged(DANGER, has(complaints, TagComplaint.Part.VALUE));
        complaint.setText(
                complaints.stream()
                        .findFirst()
                        .map(c -> messages.text(c.problem().messageKey(), c.subject()))
                        .orElse(""));
    }

    private static boolean has(List<TagComplaint> complaints, TagComplaint.Part part) {
        return complaints.stream().anyMatch(complaint -> complaint.part() == part);
    }

    /** Gives the keyboard to the first field that is empty, else to the value. */
    void focus() {
        TextField first = key.getText().isEmpty() ? key : value;
        first.requestFocus();
        first.end();
    }
}
