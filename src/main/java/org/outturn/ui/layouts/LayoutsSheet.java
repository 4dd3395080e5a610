package org.outturn.ui.layouts;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.outturn.pipeline.layout.KeyReading;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** Keys to try on the left, with how each is read; on the right the layouts that count. */
final class LayoutsSheet extends VBox {
    /** So many keys are explained at once. */
    static final int MOST_KEYS = 50;

    private final LayoutsViewModel model;
    private final TaskRunner tasks;
    private final Messages messages;
    private final LayoutWords words;
    private final TextArea keys = new TextArea();
    private final VBox cards = new VBox();
    private final LayoutList list;
    private final PauseTransition typing = new PauseTransition(Duration.millis(150));
    private Cancellation reading = new Cancellation();
    private Subscription watching = Subscription.EMPTY;

    LayoutsSheet(
            LayoutsViewModel model,
            TaskRunner tasks,
            Messages messages,
            Consumer<String> clipboard,
            Runnable close) {
        super(12);
        this.model = model;
        this.tasks = tasks;
        this.messages = messages;
        this.words = new LayoutWords(messages);
        this.list = new LayoutList(words, messages);
        getStyleClass().add("layouts-sheet");
        var title = new Label(messages.text("layouts.title"));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        var halves = new HBox(18, keysHalf(), layoutsHalf(clipboard));
        VBox.setVgrow(halves, Priority.ALWAYS);
        getChildren().addAll(title, halves, buttons(close));
        typing.setOnFinished(_ -> read());
        keys.textProperty().addListener((_, _, _) -> typing.playFromStart());
        sceneProperty()
                .subscribe(scene -> {
                    watching.unsubscribe();
                    watching = Subscription.EMPTY;
                    if (scene == null) {
                        reading.cancel();
                    } else {
                        watching =
                                model.pageProperty()
                                        .subscribe(page -> {
                                            list.show(page);
                                            read();
                                        });
                    }
                });
        Platform.runLater(keys::requestFocus);
    }

    /** Puts keys to begin with into the field, unless something was typed there already. */
    void propose(List<String> samples) {
        if (keys.getText().isEmpty()) {
            keys.setText(String.join("\n", samples));
            keys.positionCaret(0);
            typing.stop();
            read();
        }
    }

    private Region keysHalf() {
        var label = new Label(messages.text("layouts.keys"));
        label.setLabelFor(keys);
        keys.setId("layouts-keys");
        keys.setPrefRowCount(6);
        keys.setMinHeight(USE_PREF_SIZE);
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        keys.setPromptText(messages.text("layouts.keys.prompt"));
        cards.setId("layouts-cards");
        var scroll = scroll(cards);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var half = new VBox(6, label, keys, scroll);
        HBox.setHgrow(half, Priority.ALWAYS);
        return half;
    }

    /** A key holds no tab; the keyboard must get out of the field. */
    private void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            keys.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private Region layoutsHalf(Consumer<String> clipboard) {
        var label = new Label(messages.text("layouts.counting"));
        var scroll = scroll(list);
        label.setLabelFor(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var own = new Label(messages.text("layouts.folder", model.folder()));
        own.setId("layouts-folder");
        own.setWrapText(true);
        own.getStyleClass().addAll("text-muted", "text-small");
        own.setMinHeight(USE_PREF_SIZE);
        Button copy = button("layouts.copyFolder", MaterialDesignC.CONTENT_COPY);
        copy.setId("layouts-copy");
        copy.setOnAction(_ -> clipboard.accept(model.folder()));
        Button again = button("layouts.again", MaterialDesignR.REFRESH);
        again.setId("layouts-again");
        again.setOnAction(_ -> {
            again.setDisable(true);
            model.checkAll(() -> again.setDisable(false));
        });
        var half = new VBox(6, label, scroll, own, new HBox(8, copy, again));
        half.getStyleClass().add("layouts-half");
        return half;
    }

    private Button button(String key, Ikon sign) {
        var button = new Button(messages.text(key), new FontIcon(sign));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("layouts-scroll");
        return scroll;
    }

    private HBox buttons(Runnable close) {
        var done = new Button(messages.text("dialog.close"));
        done.setId("sheet-action");
        done.getStyleClass().add("accent");
        done.setCancelButton(true);
        done.setOnAction(_ -> close.run());
        var row = new HBox(done);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private void read() {
        reading.cancel();
        Layouts layouts = model.pageProperty().get().layouts();
        List<String> lines = lines();
        List<String> first = lines.subList(0, Math.min(lines.size(), MOST_KEYS));
        reading =
                tasks.run(
                        "read sample keys",
                        cancellation ->
                                first.stream()
                                        .map(key -> {
                                            cancellation.check();
                                            return KeyReading.of(layouts, key);
                                        })
                                        .toList(),
                        readings -> show(readings, lines.size()),
                        _ -> {});
    }

    private List<String> lines() {
        return keys.getText()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.length() > 1_024 ? line.substring(0, 1_024) : line)
                .limit(MOST_KEYS + 1)
                .toList();
    }

    private void show(List<KeyReading> readings, int asked) {
        cards.getChildren()
                .setAll(
                        readings.stream()
                                .map(reading -> new KeyCard(reading, words, messages))
                                .toList());
        if (asked > readings.size()) {
            var more = new Label(messages.text("layouts.keys.most", MOST_KEYS));
            more.getStyleClass().add("text-muted");
            cards.getChildren().add(more);
        }
    }
}
