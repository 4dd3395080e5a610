package org.outturn.ui.outputs;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputIcons;
import org.outturn.ui.common.RowIcons;

/** An output with what opens it, or a file below it. */
final class NameCell extends TableCell<OutputLine, OutputLine> {
    private static final double DOT = 7;

    private final Function<OutputRow, String> names;
    private final Predicate<OutputRow> fresh;
    private final Messages messages;
    private final Button fold = new Button();
    private final FontIcon arrow = new FontIcon();
    private final Region indent = new Region();
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Region dot = new Region();
    private final HBox line = new HBox(6, indent, fold, icon, name);
    private final Tooltip tip = new Tooltip();

    NameCell(
            Function<OutputRow, String> names,
            Predicate<OutputRow> fresh,
            Consumer<OutputRow> toggle,
            Messages messages) {
        this.names = names;
        this.fresh = fresh;
        dot.getStyleClass().add("new-dot");
        // in the margin, so that the names stay in one line
        dot.setManaged(false);
        line.getChildren().add(dot);
        line.heightProperty()
                .subscribe(height ->
                        dot.resizeRelocate(-DOT, (height.doubleValue() - DOT) / 2, DOT, DOT));
        this.messages = messages;
        fold.setGraphic(arrow);
        fold.getStyleClass().addAll("flat", "fold");
        fold.setFocusTraversable(false);
        fold.setOnAction(_ -> {
            if (getItem() instanceof OutputLine.OfOutput output) {
                toggle.accept(output.row());
            }
        });
        indent.getStyleClass().add("fold-indent");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case OutputLine.OfOutput(OutputRow row, _, boolean open) -> showOutput(row, open);
            case OutputLine.OfFile(_, OutputFile file) -> showFile(file);
        }
        setGraphic(line);
        setTooltip(tip);
    }

    private void showOutput(OutputRow row, boolean open) {
        boolean opens = row.files() > 0 && !row.form().isSingle();
        fold.setVisible(opens);
        show(fold, true);
        show(indent, false);
        arrow.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        fold.setAccessibleText(messages.text(open ? "outcome.hideFiles" : "outcome.showFiles"));
        icon.setIconCode(OutputIcons.of(row.kind()));
        String text = names.apply(row);
        name.setText(text);
        tip.setText(row.folder().orElse(row.firstKey()));
        mark(fresh.test(row));
        setAccessibleText(fresh.test(row) ? messages.text("follow.new", text) : text);
    }

    private void mark(boolean on) {
        dot.setVisible(on);
        name.getStyleClass().remove("new-name");
        if (on) {
            name.getStyleClass().add("new-name");
        }
    }

    private void showFile(OutputFile file) {
        mark(false);
        show(fold, false);
        show(indent, true);
        icon.setIconCode(RowIcons.forName(file.name()));
        name.setText(file.name());
        tip.setText(file.row().key());
        setAccessibleText(file.name());
    }

    private static void show(Region node, boolean on) {
        node.setManaged(on);
        if (!on) {
            node.setVisible(false);
        }
    }
}
