package org.outturn.ui.browser;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.pipeline.PlaceCount;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputIcons;
import org.outturn.ui.common.RowIcons;

/** A line of the panel on the left: icon, name and, on the right, how many. */
final class PlaceCell extends TreeCell<PlaceNode> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

    private final Messages messages;
    private final Formats formats;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox line;

    PlaceCell(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(0);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("place-count");
        line = new HBox(7, icon, name, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PlaceNode node, boolean empty) {
        super.updateItem(node, empty);
        pseudoClassStateChanged(HEADING, !empty && node instanceof PlaceNode.Heading);
        pseudoClassStateChanged(NOTE, !empty && node instanceof PlaceNode.Note);
        setText(null);
        setTooltip(null);
        setGraphic(null);
        setAccessibleText(null);
        if (empty || node == null) {
            return;
        }
        switch (node) {
            case PlaceNode.Heading(String text) -> plain(text);
            case PlaceNode.Note(String text) -> plain(text);
            case PlaceNode.View(OutputsChoice choice, long outputs) ->
                    show(
                            choice.goingSoon()
                                    ? MaterialDesignC.CLOCK_ALERT_OUTLINE
                                    : MaterialDesignA.ALL_INCLUSIVE,
                            messages.text(
                                    choice.goingSoon() ? "places.goingSoon" : "places.everything"),
                            outputs);
            case PlaceNode.Kind kind -> {
                show(
                        OutputIcons.of(kind.kind()),
                        messages.text("places.kind." + kind.kind()),
                        kind.outputs());
                tip(kind.outputs(), kind.objects(), kind.bytes());
            }
            case PlaceNode.Place(PlaceCount found) -> {
                String prefix = found.place().prefix();
                show(
                        RowIcons.folder(),
                        prefix.isEmpty() ? "/" : RowNames.visible(prefix),
                        found.outputs());
                tip(found.outputs(), found.objects(), found.bytes());
            }
            case PlaceNode.Folder(Prefix prefix) -> {
                String text = prefix.isRoot() ? prefix.bucket() : prefix.name();
                show(
                        prefix.isRoot() ? MaterialDesignB.BUCKET_OUTLINE : RowIcons.folder(),
                        text.isEmpty()
                                ? messages.text("browser.emptyName")
                                : RowNames.visible(text),
                        -1);
            }
        }
    }

    private void plain(String text) {
        setText(text);
        setAccessibleText(text);
    }

    private void show(Ikon symbol, String text, long outputs) {
        icon.setIconCode(symbol);
        name.setText(text);
        count.setText(outputs < 0 ? "" : formats.number(outputs));
        setGraphic(line);
        setAccessibleText(outputs < 0 ? text : text + ", " + formats.number(outputs));
    }

    private void tip(long outputs, long objects, long bytes) {
        setTooltip(
                new Tooltip(
                        messages.text("places.count.tip", outputs, objects, formats.size(bytes))));
    }
}
