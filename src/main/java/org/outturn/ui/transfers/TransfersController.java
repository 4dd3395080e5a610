package org.outturn.ui.transfers;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.outturn.transfer.QueueTotals;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The panel at the bottom. */
public final class TransfersController {
    private final TransfersViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final TransferTexts texts;

    @FXML private ProgressBar progress;
    @FXML private Label summary;
    @FXML private Button retryFailed;
    @FXML private Button cancelAll;
    @FXML private Button clear;
    @FXML private TableView<TransferSnapshot> table;
    @FXML private TableColumn<TransferSnapshot, TransferSnapshot> nameColumn;
    @FXML private TableColumn<TransferSnapshot, TransferSnapshot> sizeColumn;
    @FXML private TableColumn<TransferSnapshot, TransferSnapshot> stateColumn;
    @FXML private TableColumn<TransferSnapshot, TransferSnapshot> actionColumn;

    public TransfersController(TransfersViewModel model, Messages messages, Formats formats) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.texts = new TransferTexts(messages, formats);
    }

    @FXML
    private void initialize() {
        List.of(nameColumn, sizeColumn, stateColumn, actionColumn)
                .forEach(column ->
                        column.setCellValueFactory(
                                data -> new ReadOnlyObjectWrapper<>(data.getValue())));
        nameColumn.setCellFactory(_ -> new TransferCells.Name(texts));
        sizeColumn.setCellFactory(_ -> new TransferCells.Size(formats));
        stateColumn.setCellFactory(_ -> new TransferCells.State(texts));
        actionColumn.setCellFactory(
                _ -> new TransferCells.Action(messages, model::cancel, model::retry));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(new Label(messages.text("transfers.none")));
        table.setItems(model.rows());
        table.setOnKeyPressed(event -> {
            TransferSnapshot chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && chosen != null && !chosen.state().terminal()) {
                model.cancel(chosen);
            }
        });
        progress.setMinWidth(Region.USE_PREF_SIZE);
        model.totalsProperty().subscribe(_ -> show());
        model.planningProperty().subscribe(_ -> show());
    }

    /** Brings a plan that is being made to the screen; to be called about ten times a second. */
    public void pump() {
        if (model.planningProperty().get() != null) {
            show();
        }
    }

    private void show() {
        TransfersViewModel.Planning planning = model.planningProperty().get();
        QueueTotals totals = model.totalsProperty().get();
        if (planning != null) {
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            summary.setText(messages.text("transfers.planning", planning.found().get()));
        } else {
            progress.setProgress(totals == null || totals.count() == 0 ? 0 : totals.progress());
            summary.setText(totals == null ? "" : texts.summary(totals));
        }
        boolean busy = planning != null || totals != null && !totals.idle();
        progress.setVisible(busy);
        progress.setManaged(busy);
        visible(cancelAll, busy);
        visible(retryFailed, totals != null && totals.failed() > 0);
        visible(clear, totals != null && totals.count() > totals.left());
    }

    private static void visible(Button button, boolean on) {
        button.setVisible(on);
        button.setManaged(on);
    }

    @FXML
    private void retryFailed() {
        model.retryFailed();
    }

    @FXML
    private void cancelAll() {
        model.cancelAll();
    }

    @FXML
    private void clearFinished() {
        model.clearFinished();
    }

    @FXML
    private void hide() {
        model.shownProperty().set(false);
    }
}
