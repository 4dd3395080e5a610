package org.outturn.ui.layouts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.layouts.LayoutFile;
import org.outturn.layouts.LayoutPage;
import org.outturn.ui.common.Messages;

/** The layouts that count and where they come from; first the files that could not be read. */
final class LayoutList extends VBox {
    private final LayoutWords words;
    private final Messages messages;

    LayoutList(LayoutWords words, Messages messages) {
        super(10);
        this.words = words;
        this.messages = messages;
        setId("layouts-list");
        getStyleClass().add("layouts-list");
    }

    void show(LayoutPage page) {
        getChildren().clear();
        for (LayoutFile file : page.files()) {
            if (!(file.reading() instanceof LayoutFile.Reading.Good)) {
                getChildren().add(notRead(file));
            }
        }
        page.counting().forEach(counting -> getChildren().add(line(counting)));
    }

    private VBox notRead(LayoutFile file) {
        var sign = new FontIcon(MaterialDesignA.ALERT_CIRCLE);
        var name = new Label(LayoutWords.fileName(file.place()), sign);
        name.getStyleClass().add("text-bold");
        name.setTooltip(new Tooltip(file.place()));
        Label where =
                muted(
                        messages.text(
                                file.origin() == LayoutFile.Origin.BUCKET
                                        ? "layouts.notRead.bucket"
                                        : "layouts.notRead.own"));
        var why = new Label(words.reason(file));
        why.setWrapText(true);
        var box = new VBox(3, name, where, why);
        if (file.isTrouble()) {
            sign.getStyleClass().add("key-trouble");
            box.getStyleClass().add("layout-trouble");
        }
        return box;
    }

    private VBox line(LayoutPage.Counting counting) {
        var name = new Label(counting.layout().name());
        name.getStyleClass().add("text-bold");
        var id = muted(counting.layout().id());
        var head = new HBox(6, name, id);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label origin = muted(words.origin(counting));
        if (!counting.place().isEmpty()) {
            origin.setTooltip(new Tooltip(counting.place()));
        }
        return new VBox(1, head, origin);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setWrapText(true);
        return label;
    }
}
