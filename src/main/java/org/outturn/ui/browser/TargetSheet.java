package org.outturn.ui.browser;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Messages;

/**
 * Asks for a place: it can be typed, and the folders there complete what is typed, by a click or by
 * the keyboard (down, then Enter).
 */
final class TargetSheet extends VBox {
    private final TextField field = new TextField();
    private final ListView<Prefix> folders = new ListView<>();
    private final Label complaint = new Label();
    private final Button up = new Button();
    private final Button act = new Button();
    private final TargetFolders completion;

    /** What the sheet says. */
    record Words(String title, String action) {}

    /**
     * @param start the place to begin at
     * @param wrong what is wrong with a place; empty when it will do
     * @param close closes the sheet
     */
    TargetSheet(
            Words words,
            Prefix start,
            TargetFolders completion,
            Function<Prefix, String> wrong,
            Messages messages,
            Runnable close,
            Consumer<Prefix> chosen) {
        super(10);
        this.completion = completion;
        getStyleClass().addAll("sheet-small", "target-sheet");
        var title = new Label(words.title());
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var label = new Label(messages.text("browser.target.label"));
        label.setLabelFor(field);
        field.setId("sheet-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        up.setId("target-up");
        up.setGraphic(new FontIcon(MaterialDesignF.FOLDER_UPLOAD_OUTLINE));
        up.setText(messages.text("browser.up"));
        up.setOnAction(_ -> goUp());
        complaint.setId("sheet-complaint");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        act.setId("sheet-action");
        act.setText(words.action());
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.setOnAction(_ ->
                place().ifPresent(place -> {
                    close.run();
                    chosen.accept(place);
                }));
        fillFolders(messages);
        getChildren()
                .addAll(
                        title,
                        label,
                        new HBox(8, field, up),
                        folders,
                        complaint,
                        buttons(messages, close));
        field.textProperty().subscribe(_ -> typed(wrong));
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        completion.stop();
                    }
                });
        go(start);
        Platform.runLater(field::requestFocus);
    }

    private HBox buttons(Messages messages, Runnable close) {
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void fillFolders(Messages messages) {
        folders.setId("target-folders");
        folders.setItems(completion.shown());
        folders.setPrefHeight(190);
        folders.setFixedCellSize(28);
        folders.getStyleClass().add("dense");
        folders.setAccessibleText(messages.text("browser.target.folders"));
        var none = new Label();
        none.getStyleClass().add("text-muted");
        none.setWrapText(true);
        none.textProperty().bind(completion.noteProperty());
        folders.setPlaceholder(none);
        folders.setCellFactory(_ -> new FolderCell());
        folders.setOnMouseClicked(_ -> goSelected());
        folders.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goSelected();
                event.consume();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !folders.getItems().isEmpty()) {
                folders.requestFocus();
                folders.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        VBox.setVgrow(folders, Priority.ALWAYS);
    }

    private void goSelected() {
        Prefix selected = folders.getSelectionModel().getSelectedItem();
        if (selected != null) {
            go(selected);
            field.requestFocus();
            field.end();
        }
    }

    private void goUp() {
        place().ifPresent(place -> go(place.parent()));
    }

    private void go(Prefix place) {
        field.setText(TargetText.of(place));
        field.end();
    }

    private Optional<Prefix> place() {
        return TargetText.of(field.getText()).place();
    }

    private void typed(Function<Prefix, String> wrong) {
        Optional<Prefix> place = place();
        String why = place.map(wrong).orElse("");
        complaint.setText(why);
        act.setDisable(place.isEmpty() || !why.isEmpty());
        up.setDisable(place.map(Prefix::isRoot).orElse(true));
        completion.typed(TargetText.of(field.getText()));
    }

    private static final class FolderCell extends ListCell<Prefix> {
        private final FontIcon icon = new FontIcon(MaterialDesignF.FOLDER);

        FolderCell() {
            icon.getStyleClass().add("folder-icon");
        }

        @Override
        protected void updateItem(@Nullable Prefix place, boolean empty) {
            super.updateItem(place, empty);
            boolean nothing = empty || place == null;
            setText(nothing ? null : RowNames.visible(TargetFolders.name(place)));
            setGraphic(nothing ? null : icon);
        }
    }
}
