package org.outturn.ui.common;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.failure.Failure;

/** Questions on sheets over the window's content. */
public final class SheetDialogs implements Dialogs {
    private final SheetPane pane;
    private final Messages messages;

    public SheetDialogs(SheetPane pane, Messages messages) {
        this.pane = pane;
        this.messages = messages;
    }

    @Override
    public void confirm(Confirmation confirmation, Runnable agreed) {
        Button act = button(confirmation.action(), confirmation.dangerous() ? "danger" : "accent");
        act.setId("sheet-action");
        Button cancel = cancelButton();
        act.setDefaultButton(!confirmation.dangerous());
        act.setOnAction(_ -> {
            pane.hide();
            agreed.run();
        });
        show(sheet(confirmation.title(), text(confirmation.text()), buttons(cancel, act)));
        focus(confirmation.dangerous() ? cancel : act);
    }

    @Override
    public void ask(Question question, Consumer<String> answered) {
        var field = new TextField(question.initial());
        field.setId("sheet-field");
        field.setPrefColumnCount(32);
        var label = new Label(question.label());
        label.setLabelFor(field);
        var complaint = new Label();
        complaint.setId("sheet-complaint");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        Button act = button(question.action(), "accent");
        act.setId("sheet-action");
        act.setDefaultButton(true);
        act.setDisable(question.initial().isBlank());
        field.textProperty()
                .addListener((_, _, value) -> {
                    String text = value.strip();
                    String wrong = text.isEmpty() ? "" : question.complaint().apply(text);
                    complaint.setText(wrong);
                    act.setDisable(text.isEmpty() || !wrong.isEmpty());
                });
        act.setOnAction(_ -> {
            pane.hide();
            answered.accept(field.getText().strip());
        });
        var body = new VBox(6, label, field, complaint);
        show(sheet(question.title(), body, buttons(cancelButton(), act)));
        focus(field);
    }

    @Override
    public void showFailure(Failure failure) {
        FailureText text = FailureText.of(failure, messages);
        var details = new TextArea(text.details());
        details.setEditable(false);
        details.setPrefRowCount(5);
        details.setWrapText(true);
        var fold = new TitledPane(messages.text("dialog.details"), details);
        fold.setAnimated(false);
        fold.setExpanded(true);
        Button copy = button(messages.text("dialog.copyDetails"), "flat");
        copy.setOnAction(_ -> copy(text));
        Button close = button(messages.text("dialog.close"), "accent");
        close.setId("sheet-action");
        close.setDefaultButton(true);
        close.setOnAction(_ -> pane.hide());
        var body = new VBox(10, text(text.why()), text(text.next()), fold);
        pane.showFirst(sheet(text.headline(), body, buttons(copy, close)));
        focus(close);
    }

    @Override
    public void show(Function<Runnable, Node> panel) {
        pane.show(panel.apply(pane::hide));
    }

    private void show(Region sheet) {
        pane.show(sheet);
    }

    private static void copy(FailureText text) {
        var content = new ClipboardContent();
        content.putString(String.join("\n", text.headline(), text.why(), text.details()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Button cancelButton() {
        Button cancel = button(messages.text("dialog.cancel"), "");
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> pane.hide());
        return cancel;
    }

    private static Region sheet(String title, Node body, Node buttons) {
        var heading = new Label(title);
        heading.setId("sheet-title");
        heading.getStyleClass().add("sheet-title");
        heading.setWrapText(true);
        var sheet = new VBox(14, heading, body, buttons);
        sheet.getStyleClass().add("sheet-small");
        return sheet;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("sheet-text");
        return label;
    }

    private static HBox buttons(Button... buttons) {
        var row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static Button button(String text, String style) {
        var button = new Button(text);
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        return button;
    }

    /**
     * The sheet takes the focus when it is laid out; the control that matters gets it after that.
     */
    private static void focus(Node node) {
        Platform.runLater(node::requestFocus);
    }
}
