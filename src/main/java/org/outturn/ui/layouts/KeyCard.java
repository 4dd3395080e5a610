package org.outturn.ui.layouts;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.outturn.pipeline.layout.KeyReading;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.template.MatchExplanation;
import org.outturn.ui.common.Messages;

/** One key: what it is read as, or why it is read by no layout. */
final class KeyCard extends VBox {
    private final Messages messages;
    private final LayoutWords words;

    KeyCard(KeyReading reading, LayoutWords words, Messages messages) {
        super(5);
        this.messages = messages;
        this.words = words;
        getStyleClass().add("key-card");
        getChildren()
                .add(
                        reading.nearest()
                                .filter(_ -> !reading.isFolder())
                                .map(near -> KeyFlow.of(near.explanation()))
                                .orElseGet(() -> KeyFlow.plain(reading.key())));
        if (reading.output().isPresent()) {
            readAs(reading.output().get(), reading.nearest().orElseThrow());
            reading.missed().ifPresent(this::missed);
        } else if (reading.isFolder()) {
            headline(MaterialDesignF.FOLDER_OUTLINE, "", messages.text("layouts.key.folder"));
        } else if (reading.nearest().isPresent()) {
            notRead(reading.nearest().get());
        } else {
            headline(
                    MaterialDesignH.HELP_CIRCLE_OUTLINE,
                    "key-unread",
                    messages.text("layouts.key.none"));
        }
    }

    private void readAs(Recognised output, KeyReading.Nearest by) {
        boolean exact = output.output().exact();
        headline(
                exact ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignF.FOLDER_OUTLINE,
                exact ? "key-read" : "",
                messages.text("layouts.key.read", words.form(by), output.outputName()));
        var facts = new FlowPane(14, 2);
        String place = output.place();
        fact(facts, messages.text("layouts.fact.place"), place.isEmpty() ? "/" : place);
        int role = output.role();
        fact(
                facts,
                messages.text("layouts.fact.role"),
                role < 0
                        ? messages.text("layouts.fact.noRole")
                        : output.output().roles().get(role).name());
        values(output, by.explanation()).forEach((name, value) -> fact(facts, name, value));
        getChildren().add(facts);
    }

    /** The key's own placeholders, then those of the file within its output. */
    private static Map<String, String> values(Recognised output, MatchExplanation explanation) {
        var values = new LinkedHashMap<String, String>();
        for (MatchExplanation.Part part : explanation.parts()) {
            if (part.start() >= explanation.from()) {
                part.placeholder()
                        .ifPresent(placeholder ->
                                values.put(
                                        placeholder.name(),
                                        explanation.key().substring(part.start(), part.end())));
            }
        }
        output.file().ifPresent(file -> file.values().forEach(values::putIfAbsent));
        return values;
    }

    private void notRead(KeyReading.Nearest near) {
        headline(
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                "key-unread",
                words.misfit(near.explanation()));
        wrapped(
                messages.text(
                        "layouts.key.nearest",
                        words.form(near),
                        near.explanation().template().toString()));
    }

    /** The key is told by its folder alone; why it is not more. */
    private void missed(KeyReading.Nearest exact) {
        wrapped(
                messages.text(
                        "layouts.key.missed",
                        words.form(exact),
                        exact.explanation().template().toString(),
                        words.misfit(exact.explanation())));
    }

    private void wrapped(String text) {
        Label label = muted(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        getChildren().add(label);
    }

    private void headline(Ikon sign, String style, String text) {
        var icon = new FontIcon(sign);
        if (!style.isEmpty()) {
            icon.getStyleClass().add(style);
        }
        var label = new Label(text);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        var line = new HBox(6, icon, label);
        line.setAlignment(Pos.TOP_LEFT);
        getChildren().add(line);
    }

    private static void fact(FlowPane facts, String name, String value) {
        var shown = new Label(value);
        shown.setWrapText(true);
        Node line = new HBox(5, muted(name), shown);
        facts.getChildren().add(line);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
