package org.outturn.ui.signin;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the sheets of this package are put together from. */
final class SheetParts {
    private SheetParts() {}

    static Label title(String text) {
        var label = new Label(text);
        label.setId("sheet-title");
        label.getStyleClass().add("sheet-title");
        label.setWrapText(true);
        return label;
    }

    static Label text(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Button button(String id, String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        // narrow windows wrap texts, never cut off what can be done
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static HBox waiting(Label words) {
        var wheel = new ProgressIndicator();
        wheel.setPrefSize(22, 22);
        wheel.setMinSize(22, 22);
        return new HBox(12, wheel, words);
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
