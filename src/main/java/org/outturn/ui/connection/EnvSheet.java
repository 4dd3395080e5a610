package org.outturn.ui.connection;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.connection.Connection;
import org.outturn.connection.dotenv.EnvFound;
import org.outturn.ui.common.Messages;

/** What a {@code .env} file comes to: what will be opened, what was understood and what was not. */
final class EnvSheet extends VBox {
    private final Messages messages;
    private final RowWords words;
    private final ToggleGroup choice = new ToggleGroup();

    /**
     * @param open gets the connection, and whether it is to be kept in the list
     */
    EnvSheet(
            EnvFound found,
            RowWords words,
            Messages messages,
            Runnable close,
            BiConsumer<Connection, Boolean> open) {
        super(12);
        this.messages = messages;
        this.words = words;
        getStyleClass().addAll("sheet-small", "env-sheet");
        var title = new Label(title(found));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        getChildren().addAll(title, muted(found.file().toString()));
        var body = new VBox(12);
        body.getStyleClass().add("env-body");
        List<Connection> all = found.connections();
        if (all.size() > 1) {
            body.getChildren().add(text(messages.text("dotenv.several", all.size())));
        }
        all.forEach(connection -> body.getChildren().add(offer(connection, all.size() > 1)));
        if (!found.troubles().isEmpty()) {
            body.getChildren().add(notes(found));
        }
        if (found.nats().isPresent()) {
            body.getChildren().add(muted(messages.text("dotenv.nats")));
        }
        if (!found.unknown().isEmpty()) {
            body.getChildren()
                    .add(
                            named(
                                    "dotenv-unknown",
                                    messages.text(
                                            "dotenv.unknown",
                                            found.unknown().size(),
                                            String.join(", ", found.unknown()))));
        }
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        scroll.getStyleClass().add("editor-scroll");
        var keep = new CheckBox(messages.text("dotenv.keep"));
        keep.setId("dotenv-keep");
        keep.setWrapText(true);
        keep.setVisible(!all.isEmpty());
        keep.managedProperty().bind(keep.visibleProperty());
        var cancel = new Button(messages.text(all.isEmpty() ? "dialog.close" : "dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var buttons = new HBox(8, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        if (!all.isEmpty()) {
            var act = new Button(messages.text("connection.menu.open"));
            act.setId("sheet-action");
            act.getStyleClass().add("accent");
            act.setDefaultButton(true);
            act.setOnAction(_ -> {
                close.run();
                open.accept(chosen(all), keep.isSelected());
            });
            buttons.getChildren().add(act);
            Platform.runLater(act::requestFocus);
        }
        getChildren().addAll(scroll, keep, buttons);
    }

    private String title(EnvFound found) {
        return found.producer()
                .map(whose -> messages.text("dotenv.title.of", messages.text(whose.messageKey())))
                .orElse(messages.text("dotenv.title"));
    }

    private VBox offer(Connection connection, boolean several) {
        var box = new VBox(3);
        box.getStyleClass().add("env-offer");
        if (several) {
            var radio = new RadioButton(connection.name());
            radio.setUserData(connection);
            radio.setToggleGroup(choice);
            radio.setSelected(choice.getToggles().size() == 1);
            box.getChildren().add(radio);
        } else {
            var name = new Label(connection.name());
            name.getStyleClass().add("text-bold");
            box.getChildren().add(name);
        }
        box.getChildren().add(muted(words.place(connection)));
        return box;
    }

    private Connection chosen(List<Connection> all) {
        return choice.getSelectedToggle() == null
                ? all.getFirst()
                : (Connection) choice.getSelectedToggle().getUserData();
    }

    private VBox notes(EnvFound found) {
        var notes = new VBox(4);
        notes.setId("dotenv-notes");
        notes.getStyleClass().add("troubles");
        found.troubles().stream()
                .map(trouble -> {
                    String what = messages.text(trouble.messageKey(), trouble.words().toArray());
                    return text(
                            trouble.line() == 0
                                    ? what
                                    : messages.text(
                                            "dotenv.line", String.valueOf(trouble.line()), what));
                })
                .forEach(notes.getChildren()::add);
        return notes;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String text) {
        Label label = text(text);
        label.getStyleClass().addAll("text-muted", "text-small");
        return label;
    }

    private static Label named(String id, String text) {
        Label label = muted(text);
        label.setId(id);
        return label;
    }
}
