package org.outturn.ui.transfers;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.outturn.ui.common.Messages;

/** Says what becomes of a file and, where that can be changed, opens what else could. */
final class PlanActionCell extends TableCell<PlanLine, String> {
    private static final List<String> KINDS = List.of("CREATE", "REPLACE", "SKIP", "REFUSE", "ASK");

    private final Messages messages;
    private final MenuButton choices = new MenuButton();

    PlanActionCell(Messages messages) {
        this.messages = messages;
        choices.getStyleClass().addAll("flat", "plan-choice");
        choices.setMaxWidth(Double.MAX_VALUE);
        choices.setOnShowing(_ -> fill());
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        PlanLine line = empty ? null : line();
        boolean open = line != null && !line.choices().isEmpty();
        setText(empty || open ? null : text);
        setGraphic(open ? choices : null);
        if (open) {
            choices.setText(text);
            choices.setAccessibleText(messages.text("plan.choice", line.name(), text));
        }
        for (String kind : KINDS) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.toLowerCase(Locale.ROOT)),
                    line != null && line.kind().equals(kind));
        }
    }

    /** Of the cell's own index: its row may still have the line that it had before. */
    private PlanLine line() {
        return getTableView().getItems().get(getIndex());
    }

    private void fill() {
        choices.getItems()
                .setAll(
                        line().choices().stream()
                                .map(choice -> {
                                    var item = new MenuItem(choice.text());
                                    item.setOnAction(_ -> choice.choose().run());
                                    return item;
                                })
                                .toList());
    }
}
