package org.outturn.ui.records;

import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.outturn.ui.common.Messages;

/** Where the scraper itself is, and the token that it wants. */
final class ApiForm extends VBox {
    final TextField address = new TextField();
    final PasswordField token = new PasswordField();
    final CheckBox plainAllowed;
    final SourceResult result;

    ApiForm(TypedSources typed, Messages messages, Runnable changed) {
        super(8);
        address.setId("records-api");
        address.setPromptText(messages.text("records.api.prompt"));
        address.setText(typed.addresses().api());
        token.setId("records-token");
        token.setText(typed.token().value());
        plainAllowed = new CheckBox(messages.text("records.plain"));
        plainAllowed.setId("records-plain");
        plainAllowed.setWrapText(true);
        plainAllowed.setSelected(typed.addresses().plainAllowed());
        plainAllowed.managedProperty().bind(plainAllowed.visibleProperty());
        result = new SourceResult("records-api-result", messages);
        var fields =
                new FieldGrid()
                        .row(messages.text("records.api"), address)
                        .row(messages.text("records.token"), token);
        getChildren()
                .addAll(
                        FieldGrid.title(messages.text("records.api.title")),
                        fields,
                        plainAllowed,
                        result);
        address.textProperty().addListener((_, _, _) -> changed.run());
        token.textProperty().addListener((_, _, _) -> changed.run());
        plainAllowed.selectedProperty().addListener((_, _, _) -> changed.run());
    }
}
