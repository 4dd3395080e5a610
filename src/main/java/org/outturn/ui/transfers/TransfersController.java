package org.outturn.ui.transfers;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferCounts;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.PartsLabel;

/** The panel at the bottom. */
public final class TransfersController {
    /** Below this width the buttons show their symbols only. */
    private static final double NARROW = 780;

    private static final double NARROW_BAR = 48;

    private final TransfersViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final TransferTexts texts;
    private final RowMenus menus;
    private final SpeedLimit limit;
    private final ReportExport export;

    @FXML private VBox panel;
    @FXML private ProgressBar progress;
    @FXML private PartsLabel summary;
    @FXML private Button pauseAll;
    @FXML private Button resumeAll;
    @FXML private Button retryFailed;
    @FXML private Button cancelAll;
    @FXML private Button clear;
    @FXML private MenuButton speed;
    @FXML private Button report;
    @FXML private ToggleButton showFilter;
    @FXML private HBox filterBar;
    @FXML private HBox filterStates;
    @FXML private TextField filterText;
    @FXML private TableView<PanelRow> table;
    @FXML private TableColumn<PanelRow, PanelRow> nameColumn;
    @FXML private TableColumn<PanelRow, PanelRow> sizeColumn;
    @FXML private TableColumn<PanelRow, PanelRow> stateColumn;
    @FXML private TableColumn<PanelRow, PanelRow> actionColumn;

    /**
     * @param dialogs show why something failed
     * @param limit how fast transfers may go
     * @param export writes the list to a file
     */
    public TransfersController(
            TransfersViewModel model,
            Messages messages,
            Formats formats,
            Dialogs dialogs,
            SpeedLimit limit,
            ReportExport export) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.texts = new TransferTexts(messages, formats);
        this.menus = new RowMenus(model, messages, dialogs);
        this.limit = limit;
        this.export = export;
    }

    @FXML
    private void initialize() {
        fillTable();
        new FilterBar(model.watch(), messages, formats, showFilter, filterBar, filterText)
                .fill(filterStates, table::requestFocus);
        speedMenu().fill();
        panel.widthProperty().subscribe(width -> fit(width.doubleValue()));
        model.totalsProperty().subscribe(_ -> show());
        model.planningProperty().subscribe(_ -> show());
    }

    private void fillTable() {
        List.of(nameColumn, sizeColumn, stateColumn, actionColumn)
                .forEach(column ->
                        column.setCellValueFactory(
                                data -> new ReadOnlyObjectWrapper<>(data.getValue())));
        nameColumn.setCellFactory(_ -> new TransferCells.Name(texts, messages, this::fold));
        sizeColumn.setCellFactory(_ -> new TransferCells.Size(formats));
        stateColumn.setCellFactory(_ -> new TransferCells.State(texts));
        actionColumn.setCellFactory(
                _ -> new TransferCells.Actions(messages, model.commands()::act));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(_ -> row());
        table.setItems(model.watch().rows());
        new RowKeys(table, model.commands()::act, this::fold).install();
        var nothing = new Label();
        table.setPlaceholder(nothing);
        model.watch()
                .filterProperty()
                .subscribe(filter ->
                        nothing.setText(
                                messages.text(
                                        filter.isNone()
                                                ? "transfers.none"
                                                : "transfers.noneShown")));
    }

    private TableRow<PanelRow> row() {
        var row = new TableRow<PanelRow>();
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                menus.of(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
            }
        });
        row.setOnMouseClicked(event -> {
            boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (twice && row.getItem() instanceof PanelRow.Folder folder) {
                fold(folder);
            }
        });
        return row;
    }

    private void fold(PanelRow.Folder folder) {
        model.watch().fold(folder, !folder.unfolded());
    }

    /** Brings a plan that is being made to the screen; to be called about ten times a second. */
    public void pump() {
        if (model.planningProperty().get() != null) {
            show();
        }
    }

    private void show() {
        Planning.Running planning = model.planningProperty().get();
        QueueTotals totals = model.totalsProperty().get();
        if (planning != null) {
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            summary.setParts(List.of(messages.text("transfers.planning", planning.found().get())));
        } else {
            progress.setProgress(totals == null || totals.count() == 0 ? 0 : totals.progress());
            List<String> parts = new ArrayList<>(totals == null ? List.of() : texts.parts(totals));
            parts.add(speedMenu().text());
            summary.setParts(parts);
        }
        TransferCounts counts =
                totals == null ? new TransferCounts(0, 0, 0, 0, 0, 0, 0, 0) : totals.counts();
        // where it is narrow the words need the room: they tell the percentage, too
        visible(progress, panel.getWidth() >= NARROW && (planning != null || counts.open() > 0));
        visible(pauseAll, RowCommand.PAUSE.helps(counts));
        visible(resumeAll, RowCommand.RESUME.helps(counts));
        visible(cancelAll, planning != null || RowCommand.CANCEL.helps(counts));
        visible(retryFailed, counts.failedForNow() > 0);
        visible(clear, counts.count() > counts.open());
        visible(showFilter, counts.count() > 0);
        visible(report, counts.count() > 0);
    }

    private SpeedMenu speedMenu() {
        return new SpeedMenu(limit, messages, speed, this::show);
    }

    private static void visible(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void fit(double width) {
        progress.setMinWidth(width < NARROW ? NARROW_BAR : Region.USE_PREF_SIZE);
        progress.setMaxWidth(width < NARROW ? NARROW_BAR : Region.USE_PREF_SIZE);
        ContentDisplay display = width < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        List.of(pauseAll, resumeAll, retryFailed, cancelAll, clear)
                .forEach(button -> button.setContentDisplay(display));
        show();
    }

    @FXML
    private void pauseAll() {
        model.commands().actOnAll(RowCommand.PAUSE);
    }

    @FXML
    private void resumeAll() {
        model.commands().actOnAll(RowCommand.RESUME);
    }

    @FXML
    private void retryFailed() {
        model.commands().retryFailed();
    }

    @FXML
    private void cancelAll() {
        model.commands().actOnAll(RowCommand.CANCEL);
    }

    @FXML
    private void clearEnded() {
        model.commands().clearEnded();
    }

    @FXML
    private void saveReport() {
        export.save(model.transfers());
    }

    @FXML
    private void hide() {
        model.shownProperty().set(false);
    }
}
