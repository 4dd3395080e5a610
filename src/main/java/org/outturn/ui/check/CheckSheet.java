package org.outturn.ui.check;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.outturn.connection.check.CheckResult;
import org.outturn.connection.check.CheckStep;
import org.outturn.ui.common.Messages;

/** The steps of a connection's test as they come about. */
final class CheckSheet extends VBox {
    private final CheckViewModel model;
    private final CheckWords words;
    private final Messages messages;
    private final VBox steps = new VBox(10);

    /**
     * @param clipboard takes the report
     * @param close closes the sheet
     */
    CheckSheet(
            CheckViewModel model,
            CheckWords words,
            Messages messages,
            InstantSource clock,
            Consumer<String> clipboard,
            Runnable close) {
        super(14);
        this.model = model;
        this.words = words;
        this.messages = messages;
        getStyleClass().addAll("sheet-small", "check-sheet");
        var title = new Label(messages.text("check.title", model.connection().name()));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("check-scroll");
        scroll.prefViewportHeightProperty().bind(steps.heightProperty());
        scroll.setMinHeight(120);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll, buttons(clock, clipboard, close));
        model.resultsProperty().subscribe(this::show);
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        model.stop();
                    }
                });
    }

    private HBox buttons(InstantSource clock, Consumer<String> clipboard, Runnable close) {
        var copy = new Button(messages.text("check.copy"));
        copy.setId("check-copy");
        copy.disableProperty().bind(model.runningProperty());
        copy.setOnAction(_ -> {
            clipboard.accept(
                    words.report(
                            model.connection(), model.resultsProperty().get(), clock.instant()));
            copy.setText(messages.text("check.copied"));
        });
        var again = new Button(messages.text("check.again"));
        again.setId("check-again");
        again.disableProperty().bind(model.runningProperty());
        again.setOnAction(_ -> {
            copy.setText(messages.text("check.copy"));
            model.start();
        });
        var end = new Button();
        end.setId("sheet-action");
        end.getStyleClass().add("accent");
        end.setCancelButton(true);
        end.setDefaultButton(true);
        end.textProperty()
                .bind(
                        model.runningProperty()
                                .map(on -> messages.text(on ? "dialog.cancel" : "dialog.close")));
        end.setOnAction(_ -> close.run());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var row = new HBox(8, copy, room, again, end);
        row.setAlignment(Pos.CENTER_RIGHT);
        Platform.runLater(end::requestFocus);
        return row;
    }

    /** Steps still to come have their line already, so that nothing jumps. */
    private void show(List<CheckResult> results) {
        steps.getChildren().clear();
        for (CheckStep step : CheckStep.values()) {
            steps.getChildren()
                    .add(
                            results.stream()
                                    .filter(result -> result.step() == step)
                                    .findFirst()
                                    .map(this::row)
                                    .orElseGet(() -> waiting(step)));
        }
    }

    private HBox waiting(CheckStep step) {
        return line(icon(MaterialDesignC.CIRCLE_OUTLINE, "check-waiting"), name(step), "", "");
    }

    private HBox row(CheckResult result) {
        FontIcon icon =
                switch (result.state()) {
                    case RUNNING -> icon(MaterialDesignP.PROGRESS_CLOCK, "check-running");
                    case PASSED -> icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "check-passed");
                    case WARNED -> icon(MaterialDesignA.ALERT_OUTLINE, "check-warned");
                    case FAILED -> icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "check-failed");
                    case SKIPPED -> icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "check-waiting");
                };
        String state = messages.text(result.state().messageKey());
        String text = words.text(result);
        HBox row = line(icon, name(result.step()) + ": " + state, text, words.took(result));
        row.setId("check-" + result.step());
        row.setAccessibleText(name(result.step()) + ": " + state + ". " + text);
        return row;
    }

    private String name(CheckStep step) {
        return messages.text(step.messageKey());
    }

    private static FontIcon icon(Ikon kind, String style) {
        var icon = new FontIcon(kind);
        icon.getStyleClass().add(style);
        return icon;
    }

    private static HBox line(FontIcon icon, String heading, String text, String took) {
        var head = new Label(heading);
        head.getStyleClass().add("text-bold");
        var body = new Label(text);
        body.setWrapText(true);
        body.setMinHeight(Region.USE_PREF_SIZE);
        body.setManaged(!text.isEmpty());
        var words = new VBox(2, head, body);
        HBox.setHgrow(words, Priority.ALWAYS);
        var time = new Label(took);
        time.getStyleClass().add("text-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(10, icon, words, time);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
