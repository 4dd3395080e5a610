package org.outturn.ui.connection;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.connection.Trouble;
import org.outturn.ui.common.Messages;

/** What was not understood where connections are written down, by file and line. */
final class TroubleList extends VBox {
    /** More are told by their number. */
    private static final int MOST = 4;

    private final ConnectionViewModel model;
    private final Messages messages;

    TroubleList(ConnectionViewModel model, Messages messages) {
        super(4);
        this.model = model;
        this.messages = messages;
        setId("troubles");
        getStyleClass().add("troubles");
        managedProperty().bind(visibleProperty());
        model.troubles().addListener((ListChangeListener<Trouble>) _ -> show());
        show();
    }

    private void show() {
        List<Trouble> all = List.copyOf(model.troubles());
        setVisible(!all.isEmpty());
        getChildren().clear();
        if (all.isEmpty()) {
            return;
        }
        var title = new Label(messages.text("trouble.title", all.size()));
        title.getStyleClass().add("text-bold");
        title.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var dismiss = new Button();
        dismiss.setId("dismissTroubles");
        dismiss.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        dismiss.getStyleClass().addAll("flat", "button-icon", "small");
        dismiss.setAccessibleText(messages.text("trouble.dismiss"));
        dismiss.setOnAction(_ -> model.dismissTroubles());
        var head = new HBox(8, title, gap, dismiss);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        all.stream().limit(MOST).map(this::line).forEach(getChildren()::add);
        if (all.size() > MOST) {
            getChildren().add(muted(messages.text("trouble.more", all.size() - MOST)));
        }
    }

    private Label line(Trouble trouble) {
        return muted(text(trouble, messages));
    }

    /** File, line and what is wrong. */
    static String text(Trouble trouble, Messages messages) {
        String file = trouble.file().toString();
        String what = messages.text(trouble.messageKey(), trouble.words().toArray());
        return trouble.line() == 0
                ? messages.text("trouble.file", file, what)
                : messages.text("trouble.line", file, String.valueOf(trouble.line()), what);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("text-small");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
