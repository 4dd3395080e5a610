package org.outturn.ui.inspector;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.lifecycle.ManyRestores;
import org.outturn.lifecycle.RestoreReport;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** How far many restores are, and at the end what came of them. */
final class ManyRestoresSheet extends VBox {
    private final Messages messages;
    private final int count;
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button button = new Button();
    private Cancellation running = new Cancellation();
    private volatile int done;

    /**
     * @param count how many objects there are
     * @param close closes the sheet
     */
    ManyRestoresSheet(
            ManyRestores restores, int count, TaskRunner tasks, Messages messages, Runnable close) {
        super(12);
        this.messages = messages;
        this.count = count;
        getStyleClass().add("sheet-small");
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setText(messages.text("restores.title", count));
        text.setId("restores-text");
        text.setWrapText(true);
        text.getStyleClass().add("sheet-text");
        text.setText(messages.text("restores.progress", 0, count));
        bar.setMaxWidth(Double.MAX_VALUE);
        button.setId("restores-button");
        button.setText(messages.text("restores.stop"));
        var buttons = new HBox(8, button);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, text, bar, buttons);
        var stopping = new Cancellation();
        button.setOnAction(_ -> {
            stopping.cancel();
            button.setDisable(true);
        });
        // stopping ends the work early and still brings the report
        running =
                tasks.run(
                        "restore many",
                        _ -> restores.run(this::told, stopping),
                        report -> show(report, close),
                        failure -> show(failure, close));
    }

    private void told(int now) {
        done = now;
        Platform.runLater(() -> {
            bar.setProgress(done / (double) count);
            if (!button.isDisabled() && !running.isCancelled()) {
                text.setText(messages.text("restores.progress", done, count));
            }
        });
    }

    private void show(RestoreReport report, Runnable close) {
        var words = new java.util.ArrayList<String>();
        add(words, "restores.asked", report.asked());
        add(words, "restores.underWay", report.underWay());
        add(words, "restores.readable", report.readable());
        add(words, "restores.refused", report.refused().size());
        add(words, "restores.left", report.left());
        text.setText(String.join("\n", words));
        getChildren().remove(bar);
        if (!report.refused().isEmpty()) {
            getChildren().add(2, refused(report.refused()));
        }
        end(close);
        if (report.asked() == 0) {
            title.setText(messages.text("restores.endedNone"));
        }
    }

    private void add(List<String> words, String key, int number) {
        if (number > 0) {
            words.add(messages.text(key, number));
        }
    }

    private ListView<String> refused(List<RestoreReport.Refused> refused) {
        var list = new ListView<String>();
        list.setId("restores-refused");
        list.setAccessibleText(messages.text("restores.refused", refused.size()));
        list.setPrefHeight(150);
        list.setCellFactory(_ -> new WrappedCell());
        refused.forEach(one ->
                list.getItems()
                        .add(
                                messages.text(
                                        "restores.why",
                                        one.object().name(),
                                        FailureText.of(one.why(), messages).body())));
        return list;
    }

    private void show(Failure failure, Runnable close) {
        text.setText(FailureText.of(failure, messages).body());
        getChildren().remove(bar);
        end(close);
    }

    /** A line as wide as the list, over several lines where it must be. */
    private static final class WrappedCell extends ListCell<String> {
        WrappedCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    private void end(Runnable close) {
        title.setText(messages.text("restores.ended"));
        button.setText(messages.text("restores.close"));
        button.setDisable(false);
        button.setDefaultButton(true);
        button.setCancelButton(true);
        button.setOnAction(_ -> close.run());
        button.requestFocus();
    }
}
