package org.outturn.ui.leftovers;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;
import org.outturn.ui.leftovers.LeftoversViewModel.Stage;

/** What was left behind, group by group, for the operator to go through before anything goes. */
final class LeftoversSheet extends VBox {
    private final LeftoversViewModel model;
    private final LeftoverTexts texts;
    private final Messages messages;
    private final Runnable close;
    private final LeftoversTable table;
    private final StackPane face = new StackPane();
    private final Label doubts = new Label();
    private final Label total = new Label();
    private final Button cancel = new Button();
    private final Button act = new Button();
    private final Label looked = new Label();
    private final ProgressBar bar = new ProgressBar();
    private Subscription heard = Subscription.EMPTY;
    private boolean freeing;

    /**
     * @param delete does away with what is checked
     */
    LeftoversSheet(
            LeftoversViewModel model,
            LeftoverTexts texts,
            Messages messages,
            String bucket,
            Runnable close,
            Runnable delete) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.messages = messages;
        this.close = close;
        this.table = new LeftoversTable(model, texts, messages);
        getStyleClass().add("leftovers-sheet");
        var title = new Label(messages.text("leftover.title", bucket));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        var lead = new Label(messages.text("leftover.lead"));
        lead.setWrapText(true);
        lead.setMinHeight(Region.USE_PREF_SIZE);
        lead.getStyleClass().add("text-muted");
        doubts.setId("leftovers-doubts");
        doubts.setWrapText(true);
        doubts.setMinHeight(Region.USE_PREF_SIZE);
        doubts.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        doubts.getStyleClass().addAll("text-muted", "leftovers-doubts");
        bar.setMaxWidth(320);
        getChildren().addAll(title, lead, face, doubts, buttons(delete));
        VBox.setVgrow(face, Priority.ALWAYS);
        sceneProperty().subscribe(this::shown);
    }

    private HBox buttons(Runnable delete) {
        total.setId("leftovers-total");
        total.setMinWidth(0);
        total.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(total, Priority.ALWAYS);
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        act.setId("sheet-action");
        act.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        act.setOnAction(_ -> {
            switch (model.stageProperty().get()) {
                case Stage.Found _ -> delete.run();
                case Stage.Failed _ -> model.again();
                case Stage.Freeing _ -> model.stopFreeing();
                case Stage.Closed _, Stage.Looking _ -> close.run();
            }
        });
        var buttons = new HBox(8, total, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /** A sheet that waits below another one is in no scene, and looks again when it is back. */
    private void shown(@Nullable Scene scene) {
        heard.unsubscribe();
        heard = Subscription.EMPTY;
        if (scene == null) {
            model.leave();
            return;
        }
        if (model.stageProperty().get() instanceof Stage.Closed) {
            model.again();
        }
        heard =
                Subscription.combine(
                        model.stageProperty().subscribe(this::show),
                        model.ageProperty().subscribe(_ -> showChoice()));
    }

    private void show(Stage stage) {
        total.setText("");
        one(doubts, false);
        one(act, true);
        cancel.setText(messages.text("dialog.cancel"));
        switch (stage) {
            case Stage.Closed() -> {
                // after what was freed, or is being deleted: nothing is left to be asked
                if (freeing) {
                    Platform.runLater(this::closeIfShown);
                }
            }
            case Stage.Looking(var progress) -> showLooking(texts.progress(progress));
            case Stage.Found found -> showFound(found);
            case Stage.Failed(Failure failure) -> showFailed(failure);
            case Stage.Freeing(var work, int tried) -> showFreeing(work, tried);
        }
    }

    private void closeIfShown() {
        if (getScene() != null) {
            close.run();
        }
    }

    private void showLooking(String text) {
        looked.setText(text);
        looked.setId("leftovers-progress");
        if (face.getChildren().isEmpty() || !(first() instanceof ProgressIndicator)) {
            var spinner = new ProgressIndicator();
            spinner.setMaxSize(34, 34);
            middle(spinner, looked);
        }
        one(act, false);
    }

    private @Nullable Node first() {
        return face.getChildren().getFirst() instanceof VBox box && !box.getChildren().isEmpty()
                ? box.getChildren().getFirst()
                : null;
    }

    private void showFound(Stage.Found found) {
        String open = texts.doubts(found.report().doubts());
        doubts.setText(open);
        one(doubts, !open.isEmpty());
        if (found.report().groups().isEmpty()) {
            var icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE);
            icon.getStyleClass().add("empty-icon");
            var nothing = new Label(messages.text("leftover.nothing"));
            nothing.setId("leftovers-nothing");
            nothing.getStyleClass().add("text-muted");
            middle(icon, nothing);
            one(act, false);
            cancel.setText(messages.text("dialog.close"));
            Platform.runLater(cancel::requestFocus);
            return;
        }
        face.getChildren().setAll(table);
        style("danger");
        showChoice();
        Platform.runLater(table::requestFocus);
    }

    private void showChoice() {
        if (model.stageProperty().get() instanceof Stage.Found(var report, var choice)
                && !report.groups().isEmpty()) {
            table.show(choice);
            LeftoverChoice.Sum sum = choice.sum();
            total.setText(texts.total(report.groups(), sum));
            act.setText(texts.action(sum));
            act.setDisable(sum.isNothing());
        }
    }

    private void showFailed(Failure failure) {
        FailureText text = FailureText.of(failure, messages);
        var icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        icon.getStyleClass().add("empty-icon");
        var headline = new Label(text.headline());
        headline.setId("leftovers-failure");
        headline.getStyleClass().add("text-bold");
        headline.setWrapText(true);
        var body = new Label(text.body());
        body.setWrapText(true);
        body.getStyleClass().add("text-muted");
        middle(icon, headline, body);
        style("accent");
        act.setText(messages.text("leftover.again"));
        act.setDisable(false);
        Platform.runLater(act::requestFocus);
    }

    private void showFreeing(UploadFreeing work, int tried) {
        if (!freeing) {
            freeing = true;
            middle(bar, looked);
            style("");
        }
        bar.setProgress((double) tried / work.all());
        looked.setText(messages.text("leftover.freeing", tried, work.all()));
        act.setText(messages.text("leftover.stop"));
        act.setDisable(false);
        cancel.setText(messages.text("leftover.goOn"));
    }

    private void middle(Node... nodes) {
        var box = new VBox(12, nodes);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("leftovers-face");
        face.getChildren().setAll(box);
    }

    private void style(String style) {
        act.getStyleClass().removeAll("danger", "accent");
        if (!style.isEmpty()) {
            act.getStyleClass().add(style);
        }
    }

    private static void one(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
