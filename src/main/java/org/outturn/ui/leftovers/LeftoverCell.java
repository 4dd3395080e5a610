package org.outturn.ui.leftovers;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.outturn.ui.common.Messages;

/** A group with what opens it, or a key below it; both with a check box. */
final class LeftoverCell extends TableCell<LeftoverLine, LeftoverLine> {
    private final LeftoversViewModel model;
    private final LeftoverTexts texts;
    private final Messages messages;
    private final Button fold = new Button();
    private final FontIcon arrow = new FontIcon();
    private final Region indent = new Region();
    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox line = new HBox(6, indent, fold, box, name, count);
    private final Tooltip tip = new Tooltip();

    LeftoverCell(LeftoversViewModel model, LeftoverTexts texts, Messages messages) {
        this.model = model;
        this.texts = texts;
        this.messages = messages;
        fold.setGraphic(arrow);
        fold.getStyleClass().addAll("flat", "fold");
        fold.setFocusTraversable(false);
        fold.setOnAction(_ -> fold());
        box.setFocusTraversable(false);
        box.setAllowIndeterminate(false);
        box.setOnAction(_ -> toggle());
        indent.getStyleClass().add("fold-indent");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("text-muted");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
    }

    private void toggle() {
        LeftoverLine item = getItem();
        if (item != null) {
            model.toggle(item);
        }
    }

    private void fold() {
        if (getItem() instanceof LeftoverLine.OfGroup group
                && model.stageProperty().get()
                        instanceof LeftoversViewModel.Stage.Found(_, LeftoverChoice choice)) {
            model.open(group, !choice.isOpen(group));
        }
    }

    @Override
    protected void updateItem(@Nullable LeftoverLine item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty
                || item == null
                || !(model.stageProperty().get()
                        instanceof LeftoversViewModel.Stage.Found(_, LeftoverChoice choice))) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        boolean group = item instanceof LeftoverLine.OfGroup;
        boolean open = choice.isOpen(item);
        show(fold, group);
        show(indent, !group);
        show(count, group);
        arrow.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        fold.setAccessibleText(messages.text(open ? "leftover.close" : "leftover.open"));
        LeftoverChoice.Check check = choice.check(item);
        box.setSelected(check == LeftoverChoice.Check.ALL);
        box.setIndeterminate(check == LeftoverChoice.Check.SOME);
        String text = texts.name(item, choice);
        name.setText(text);
        name.getStyleClass().setAll("label", group ? "text-bold" : "leftover-key");
        count.setText(group ? texts.count(choice.group(item)) : "");
        box.setAccessibleText(text);
        tip.setText(text);
        setAccessibleText(
                messages.text(
                        "leftover.spoken",
                        text,
                        check.ordinal(),
                        group ? choice.group(item).orphans().size() : 1));
        setTooltip(tip);
        setGraphic(line);
    }

    private static void show(Region node, boolean on) {
        node.setManaged(on);
        node.setVisible(on);
    }
}
