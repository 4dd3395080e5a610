package org.outturn.ui.leftovers;

import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.outturn.ui.common.Messages;

/** The groups, opened to their keys. Space checks, left and right close and open. */
final class LeftoversTable extends TableView<LeftoverLine> {
    private final LeftoversViewModel model;
    private final LeftoverTexts texts;
    private final ObservableList<LeftoverLine> lines = FXCollections.observableArrayList();

    LeftoversTable(LeftoversViewModel model, LeftoverTexts texts, Messages messages) {
        this.model = model;
        this.texts = texts;
        setId("leftovers-table");
        getStyleClass().addAll("dense", "leftovers-table");
        setFixedCellSize(30);
        setMinHeight(120);
        setAccessibleText(messages.text("leftover.table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        var what = new TableColumn<LeftoverLine, LeftoverLine>(messages.text("leftover.what"));
        what.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        what.setCellFactory(_ -> new LeftoverCell(model, texts, messages));
        plain(what, 490);
        getColumns().add(what);
        getColumns().add(text(messages.text("leftover.why"), texts::why, 230));
        TableColumn<LeftoverLine, String> size =
                text(messages.text("leftover.size"), texts::size, 90);
        size.getStyleClass().add("number-column");
        size.setMinWidth(84);
        getColumns().add(size);
        TableColumn<LeftoverLine, String> since =
                text(messages.text("leftover.since"), texts::since, 120);
        since.setMinWidth(112);
        getColumns().add(since);
        setItems(lines);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private TableColumn<LeftoverLine, String> text(
            String title, BiFunction<LeftoverLine, LeftoverChoice, String> text, double width) {
        var column = new TableColumn<LeftoverLine, String>(title);
        column.setCellValueFactory(data ->
                new ReadOnlyStringWrapper(
                        model.stageProperty().get()
                                        instanceof
                                        LeftoversViewModel.Stage.Found(_, LeftoverChoice choice)
                                ? text.apply(data.getValue(), choice)
                                : ""));
        plain(column, width);
        return column;
    }

    private static void plain(TableColumn<LeftoverLine, ?> column, double width) {
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
    }

    /** Shows the lines as they are now; what is selected stays so. */
    void show(LeftoverChoice choice) {
        LeftoverLine selected = getSelectionModel().getSelectedItem();
        var now = choice.lines();
        if (now.equals(lines)) {
            refresh();
            return;
        }
        lines.setAll(now);
        int at = selected == null ? 0 : Math.max(0, now.indexOf(selected));
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
    }

    private void pressed(KeyEvent event) {
        LeftoverLine line = getSelectionModel().getSelectedItem();
        if (line == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> model.toggle(line);
            case RIGHT -> model.open(line, true);
            case LEFT -> {
                // a key's group is what is left of it, as in every tree
                getSelectionModel().select(new LeftoverLine.OfGroup(line.group()));
                model.open(line, false);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        LeftoverLine line = getSelectionModel().getSelectedItem();
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && line instanceof LeftoverLine.OfGroup
                && model.stageProperty().get()
                        instanceof LeftoversViewModel.Stage.Found(_, LeftoverChoice choice)) {
            model.open(line, !choice.isOpen(line));
        }
    }
}
