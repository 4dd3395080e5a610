package org.outturn.ui.outputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputOrder;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputWords;

/** Fills the table: columns, sorting by its headers, and a selection that survives a new order. */
final class OutputTableView {
    private final TableView<OutputLine> table;
    private final OutputsViewModel model;
    private final FollowViewModel following;
    private final ScrollKeeper scroll;
    private boolean restoring;

    OutputTableView(
            TableView<OutputLine> table, OutputsViewModel model, FollowViewModel following) {
        this.table = table;
        this.model = model;
        this.following = following;
        this.scroll = new ScrollKeeper(table);
    }

    void fill(LineTexts texts, OutputWords words, Messages messages, Consumer<OutputLine> opened) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setTableMenuButtonVisible(true);
        column(messages, "name", OutputOrder.Column.NAME, 300, 150)
                .setCellFactory(_ ->
                        new NameCell(
                                model.lookup()::name, following::isFresh, model::toggle, messages));
        column(messages, "status", OutputOrder.Column.STATUS, 150, 124)
                .setCellFactory(_ -> new StatusCell(model.lookup()::status, words, messages));
        column(messages, "produced", OutputOrder.Column.PRODUCED, 108, 104)
                .setCellFactory(
                        _ -> new TextCell(texts::produced, texts::producedMore, Pos.CENTER_LEFT));
        TableColumn<OutputLine, OutputLine> files =
                number(column(messages, "files", OutputOrder.Column.FILES, 58, 50));
        files.setCellFactory(_ -> new TextCell(texts::files, _ -> "", Pos.CENTER_RIGHT));
        TableColumn<OutputLine, OutputLine> size =
                number(column(messages, "size", OutputOrder.Column.SIZE, 80, 72));
        size.setCellFactory(_ -> new TextCell(texts::size, _ -> "", Pos.CENTER_RIGHT));
        // a name that can be read is worth more than a number that can be looked up
        showFrom(620, files);
        showFrom(570, size);
        column(messages, "expires", OutputOrder.Column.EXPIRES, 112, 80)
                .setCellFactory(_ -> new ExpiresCell(texts));
        TableColumn<OutputLine, OutputLine> user =
                column(messages, "user", OutputOrder.Column.USER, 90, 60);
        user.setCellFactory(_ -> new TextCell(texts::user, _ -> "", Pos.CENTER_LEFT));
        user.setVisible(false);
        TableColumn<OutputLine, OutputLine> storage =
                column(messages, "storageClass", null, 120, 80);
        storage.setCellFactory(
                _ -> new TextCell(model::storageClass, model::storageClass, Pos.CENTER_LEFT));
        storage.setSortable(false);
        storage.setVisible(false);
        TableColumn<OutputLine, OutputLine> tags =
                column(messages, "tags", OutputOrder.Column.TAGS, 150, 80);
        tags.setCellFactory(_ -> new TagsCell(model, messages));
        tags.setVisible(false);
        tags.visibleProperty().subscribe(model::wantTags);
        table.setRowFactory(_ -> row(opened));
        table.setSortPolicy(this::sort);
        table.setItems(model.lines());
        model.lines().addListener((ListChangeListener<OutputLine>) _ -> restore());
        model.ageProperty().subscribe(_ -> table.refresh());
        following.marksProperty().subscribe(_ -> table.refresh());
        model.beforeSwap(scroll::remember);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<OutputLine>) _ -> selectionChanged());
    }

    private TableColumn<OutputLine, OutputLine> column(
            Messages messages,
            String name,
            OutputOrder.@Nullable Column by,
            double width,
            double least) {
        var column =
                new TableColumn<OutputLine, OutputLine>(messages.text("outcome.column." + name));
        column.setId("output-" + name);
        column.setUserData(by);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        table.getColumns().add(column);
        return column;
    }

    /** The column goes when the table gets narrower, and comes back with its room. */
    private void showFrom(double width, TableColumn<OutputLine, OutputLine> column) {
        table.widthProperty().map(now -> now.doubleValue() >= width).subscribe(column::setVisible);
    }

    private static TableColumn<OutputLine, OutputLine> number(
            TableColumn<OutputLine, OutputLine> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    /** The order is worked out by the model, away from the screen. */
    private Boolean sort(TableView<OutputLine> view) {
        if (view.getSortOrder().isEmpty()) {
            model.sort(OutputOrder.NEWEST);
        } else {
            TableColumn<OutputLine, ?> first = view.getSortOrder().getFirst();
            boolean up = first.getSortType() == TableColumn.SortType.ASCENDING;
            model.sort(new OutputOrder((OutputOrder.Column) first.getUserData(), up));
        }
        return true;
    }

    private TableRow<OutputLine> row(Consumer<OutputLine> opened) {
        var row =
                new TableRow<OutputLine>() {
                    @Override
                    protected void updateItem(@Nullable OutputLine item, boolean empty) {
                        super.updateItem(item, empty);
                        if (!empty && item instanceof OutputLine.OfOutput output) {
                            model.seen(output.row());
                        }
                    }
                };
        row.setOnMouseClicked(event -> {
            boolean twice =
                    event.getButton() == MouseButton.PRIMARY && event.getClickCount() % 2 == 0;
            boolean onFold = event.getTarget() instanceof TableCell<?, ?> || !row.isEmpty();
            if (twice && onFold && !row.isEmpty()) {
                opened.accept(row.getItem());
            }
        });
        return row;
    }

    private void selectionChanged() {
        if (!restoring) {
            model.select(selected());
        }
    }

    private List<OutputLine> selected() {
        var lines = new ArrayList<OutputLine>();
        for (OutputLine line : table.getSelectionModel().getSelectedItems()) {
            // JavaFX has the odd null in there while rows go
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private void restore() {
        Set<String> before =
                model.selectionProperty().get().stream()
                        .map(OutputLine::key)
                        .collect(Collectors.toSet());
        restoring = true;
        table.getSelectionModel().clearSelection();
        if (!before.isEmpty()) {
            List<OutputLine> lines = model.lines();
            int[] found =
                    IntStream.range(0, lines.size())
                            .filter(i -> before.contains(lines.get(i).key()))
                            .limit(before.size())
                            .toArray();
            if (found.length > 0) {
                table.getSelectionModel().selectIndices(found[0], found);
            }
        }
        restoring = false;
        model.restored(selected());
        scroll.restore();
    }
}
