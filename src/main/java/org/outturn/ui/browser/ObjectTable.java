package org.outturn.ui.browser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.RowOrder;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.RowIcons;

/**
 * Fills the table of objects: cells, sorting by its headers, and a selection that survives a new
 * order.
 */
final class ObjectTable {
    private final TableView<ListingRow> table;
    private final BrowserViewModel model;
    private final Messages messages;
    private final Formats formats;
    private boolean restoring;

    /** The columns of the view. */
    record Columns(
            TableColumn<ListingRow, ListingRow> name,
            TableColumn<ListingRow, ListingRow> size,
            TableColumn<ListingRow, ListingRow> modified,
            TableColumn<ListingRow, ListingRow> storageClass) {}

    ObjectTable(
            TableView<ListingRow> table,
            BrowserViewModel model,
            Messages messages,
            Formats formats) {
        this.table = table;
        this.model = model;
        this.messages = messages;
        this.formats = formats;
    }

    void fill(Columns columns, Consumer<ListingRow> opened) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(columns.name(), RowOrder.Column.NAME, _ -> new NameCell());
        column(
                columns.size(),
                RowOrder.Column.SIZE,
                _ -> new TextCell(this::size, _ -> "", Pos.CENTER_RIGHT));
        column(
                columns.modified(),
                RowOrder.Column.MODIFIED,
                _ -> new TextCell(this::modified, this::exactTime, Pos.CENTER_LEFT));
        column(
                columns.storageClass(),
                RowOrder.Column.STORAGE_CLASS,
                _ -> new TextCell(ListingRow::storageClass, _ -> "", Pos.CENTER_LEFT));
        table.setRowFactory(_ -> row(opened));
        table.setSortPolicy(this::sort);
        table.setItems(model.rows());
        // after the table's own listener has done with the change: it would clear what is restored
        model.rows().addListener((ListChangeListener<ListingRow>) change -> rowsChanged(change));
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ListingRow>) _ -> selectionChanged());
    }

    private void column(
            TableColumn<ListingRow, ListingRow> column,
            RowOrder.Column by,
            Callback<TableColumn<ListingRow, ListingRow>, TableCell<ListingRow, ListingRow>>
                    cells) {
        column.setUserData(by);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(cells);
    }

    /**
     * The order is worked out by the model, away from the screen; the table only says which one.
     */
    private Boolean sort(TableView<ListingRow> view) {
        if (view.getSortOrder().isEmpty()) {
            model.sort(RowOrder.BY_NAME);
        } else {
            TableColumn<ListingRow, ?> first = view.getSortOrder().getFirst();
            boolean up = first.getSortType() == TableColumn.SortType.ASCENDING;
            model.sort(new RowOrder((RowOrder.Column) first.getUserData(), up));
        }
        return true;
    }

    private TableRow<ListingRow> row(Consumer<ListingRow> opened) {
        var row = new TableRow<ListingRow>();
        row.setOnMouseClicked(event -> {
            // the clicks of two double clicks, one soon after the other, are counted through
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() % 2 == 0
                    && !row.isEmpty()) {
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

    private List<ListingRow> selected() {
        var rows = new ArrayList<ListingRow>();
        for (ListingRow row : table.getSelectionModel().getSelectedItems()) {
            // JavaFX has the odd null in there while rows go
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void rowsChanged(ListChangeListener.Change<? extends ListingRow> change) {
        Set<String> wanted = model.wanted();
        boolean onlyAdded = true;
        while (change.next()) {
            onlyAdded &= !change.wasRemoved();
        }
        if (!wanted.isEmpty()) {
            if (select(wanted, true) == wanted.size()) {
                model.wantedFound();
            }
        } else if (!onlyAdded) {
            Set<String> before =
                    Set.copyOf(
                            model.selectionProperty().get().stream().map(ListingRow::key).toList());
            select(before, false);
        }
    }

    private int select(Set<String> keys, boolean show) {
        restoring = true;
        table.getSelectionModel().clearSelection();
        int[] found = indices(keys);
        if (found.length > 0) {
            table.getSelectionModel().selectIndices(found[0], found);
        }
        restoring = false;
        model.select(selected());
        if (show && found.length > 0) {
            table.scrollTo(Math.max(0, found[0] - 3));
        }
        return found.length;
    }

    private int[] indices(Set<String> keys) {
        if (keys.isEmpty()) {
            return new int[0];
        }
        List<ListingRow> rows = model.rows();
        return IntStream.range(0, rows.size())
                .filter(i -> keys.contains(rows.get(i).key()))
                .limit(keys.size())
                .toArray();
    }

    private String size(ListingRow row) {
        return row.isFolder() ? "" : formats.size(row.size());
    }

    private String modified(ListingRow row) {
        return row.isFolder() ? "" : formats.time(Instant.ofEpochMilli(row.modifiedMillis()));
    }

    private String exactTime(ListingRow row) {
        return row.isFolder() ? "" : formats.exact(Instant.ofEpochMilli(row.modifiedMillis()));
    }

    private final class NameCell extends TableCell<ListingRow, ListingRow> {
        private final FontIcon icon = new FontIcon();

        @Override
        protected void updateItem(@Nullable ListingRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String name = RowNames.shown(row, messages);
            icon.setIconCode(row.isFolder() ? RowIcons.folder() : RowIcons.forName(row.name()));
            icon.getStyleClass().remove("folder-icon");
            if (row.isFolder()) {
                icon.getStyleClass().add("folder-icon");
            }
            setGraphic(icon);
            setText(name);
            setAccessibleText(
                    row.isFolder() ? name + ", " + messages.text("browser.folder") : name);
        }
    }

    private static final class TextCell extends TableCell<ListingRow, ListingRow> {
        private final Function<ListingRow, String> text;
        private final Function<ListingRow, String> exact;
        private final Tooltip tip = new Tooltip();

        TextCell(
                Function<ListingRow, String> text,
                Function<ListingRow, String> exact,
                Pos alignment) {
            this.text = text;
            this.exact = exact;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(@Nullable ListingRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
            String more = empty || row == null ? "" : exact.apply(row);
            tip.setText(more);
            setTooltip(more.isEmpty() ? null : tip);
        }
    }
}
