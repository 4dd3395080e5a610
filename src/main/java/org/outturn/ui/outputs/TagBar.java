package org.outturn.ui.outputs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** Says how far the tags are read that a filter or an order needs, and stops that. */
final class TagBar {
    private final ScopeTags tags;
    private final Messages messages;
    private final HBox bar;
    private final ProgressBar progress = new ProgressBar();
    private final Label text = new Label();
    private final Tooltip tip = new Tooltip();
    private final Button stop = new Button();

    TagBar(ScopeTags tags, Messages messages, HBox bar) {
        this.tags = tags;
        this.messages = messages;
        this.bar = bar;
    }

    void fill() {
        progress.setId("tags-progress");
        progress.getStyleClass().add("small");
        progress.setPrefWidth(110);
        progress.accessibleTextProperty().bind(text.textProperty());
        progress.setMinWidth(60);
        text.setId("tags-reading");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        stop.setId("tags-stop");
        stop.setText(messages.text("outcome.reading.stop"));
        stop.getStyleClass().addAll("small", "flat");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        bar.getChildren().setAll(progress, text, stop);
        tags.readingProperty().subscribe(this::show);
    }

    private void show(@Nullable TagReading now) {
        boolean shown = now != null && !now.isWhole();
        bar.setVisible(shown);
        bar.setManaged(shown);
        if (now == null || !shown) {
            return;
        }
        boolean running = now.isRunning();
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(now.of() == 0 ? 0 : (now.read() + now.failed()) / (double) now.of());
        stop.setVisible(running || now.stopped());
        stop.setManaged(stop.isVisible());
        stop.setText(messages.text(running ? "outcome.reading.stop" : "outcome.reading.goOn"));
        stop.setOnAction(running ? _ -> tags.stop() : _ -> tags.goOn());
        text.setText(words(now, running));
        tip.setText(now.denied().map(this::why).orElse(text.getText()));
        text.setTooltip(tip);
        text.getStyleClass().remove("tags-denied");
        if (now.denied().isPresent()) {
            text.getStyleClass().add("tags-denied");
        }
    }

    private String words(TagReading now, boolean running) {
        if (now.denied().isPresent()) {
            return messages.text("outcome.reading.denied");
        }
        String many =
                now.outputs() > now.of()
                        ? " " + messages.text("outcome.reading.many", now.of(), now.outputs())
                        : "";
        if (running) {
            return messages.text("outcome.reading", now.read() + now.failed(), now.of()) + many;
        }
        if (now.stopped()) {
            return messages.text("outcome.reading.stopped", now.read(), now.outputs());
        }
        String failed =
                now.failed() > 0 ? messages.text("outcome.reading.failed", now.failed()) : "";
        return (failed + many).strip();
    }

    private String why(Failure failure) {
        return FailureText.of(failure, messages).body();
    }
}
