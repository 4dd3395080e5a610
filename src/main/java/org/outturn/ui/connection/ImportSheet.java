package org.outturn.ui.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.book.ConnectionBook;
import org.outturn.connection.book.SharedFile;
import org.outturn.ui.common.Messages;

/** What somebody else's file has, to choose from before anything is taken over. */
final class ImportSheet extends VBox {
    private final Messages messages;
    private final RowWords words;
    private final List<CheckBox> chosen = new ArrayList<>();

    /**
     * @param take gets the connections to be saved
     */
    ImportSheet(
            SharedFile.Offer offer,
            ConnectionBook book,
            Messages messages,
            Runnable close,
            Consumer<List<Connection>> take) {
        super(12);
        this.messages = messages;
        this.words = new RowWords(messages);
        getStyleClass().addAll("sheet-small", "env-sheet");
        var title = new Label(messages.text("import.title", offer.connections().size()));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        var body = new VBox(10);
        offer.connections().forEach(one -> body.getChildren().add(line(one, book)));
        if (offer.unusable() > 0) {
            body.getChildren().add(muted(messages.text("import.unusable", offer.unusable())));
        }
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(360);
        scroll.getStyleClass().add("editor-scroll");
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var act = new Button(messages.text("import.action"));
        act.setId("sheet-action");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.setOnAction(_ -> {
            close.run();
            take.accept(
                    chosen.stream()
                            .filter(CheckBox::isSelected)
                            .map(box -> (Connection) box.getUserData())
                            .toList());
        });
        chosen.forEach(box ->
                box.selectedProperty()
                        .subscribe(_ ->
                                act.setDisable(chosen.stream().noneMatch(CheckBox::isSelected))));
        act.setDisable(chosen.isEmpty());
        var buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, scroll, buttons);
        Platform.runLater(act::requestFocus);
    }

    private VBox line(Connection connection, ConnectionBook book) {
        String free = book.freeName(connection.name(), connection.identity());
        var box =
                new CheckBox(
                        free.equals(connection.name())
                                ? connection.name()
                                : messages.text("import.renamed", connection.name(), free));
        box.setMnemonicParsing(false);
        box.setSelected(true);
        box.setUserData(connection);
        chosen.add(box);
        var lines = new VBox(2, box, muted(words.place(connection)));
        String need = need(connection);
        if (!need.isEmpty()) {
            lines.getChildren().add(muted(need));
        }
        return lines;
    }

    private String need(Connection connection) {
        return switch (connection.signIn()) {
            case SignIn.SavedKeys _ -> messages.text("import.needs.keys");
            case SignIn.Profile(String name) -> messages.text("import.needs.profile", name);
            case SignIn.EnvFile(var file, _) -> messages.text("import.needs.env", file.toString());
            default -> "";
        };
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("text-muted", "text-small");
        return label;
    }
}
