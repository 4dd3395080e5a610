package org.outturn.ui.records;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** What is to be said of one source: what is wrong with it as typed, or how a test went. */
final class SourceResult extends Label {
    private final Messages messages;

    SourceResult(String id, Messages messages) {
        this.messages = messages;
        setId(id);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(textProperty().isNotEmpty());
        visibleProperty().bind(managedProperty());
    }

    void nothing() {
        setText("");
        setGraphic(null);
    }

    void wrong(String text) {
        say(text, "complaint", MaterialDesignA.ALERT_CIRCLE, "state-failed");
    }

    void asking() {
        say(
                messages.text("records.asking"),
                "text-muted",
                MaterialDesignP.PROGRESS_CLOCK,
                "state-waiting");
    }

    void good() {
        say(messages.text("records.good"), "fact", MaterialDesignC.CHECK_CIRCLE, "state-complete");
    }

    void failed(Failure failure) {
        wrong(FailureText.of(failure, messages).body());
    }

    private void say(String text, String style, org.kordamp.ikonli.Ikon sign, String signStyle) {
        var icon = new FontIcon(sign);
        icon.getStyleClass().add(signStyle);
        setGraphic(icon);
        getStyleClass().removeAll("complaint", "text-muted", "fact");
        getStyleClass().add(style);
        setText(text);
    }
}
