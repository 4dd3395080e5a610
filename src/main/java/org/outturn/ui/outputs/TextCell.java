package org.outturn.ui.outputs;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text, with a longer one in its tooltip. */
final class TextCell extends TableCell<OutputLine, OutputLine> {
    private final Function<OutputLine, String> text;
    private final Function<OutputLine, String> more;
    private final Tooltip tip = new Tooltip();

    TextCell(Function<OutputLine, String> text, Function<OutputLine, String> more, Pos alignment) {
        this.text = text;
        this.more = more;
        setAlignment(alignment);
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : text.apply(item));
        String longer = empty || item == null ? "" : more.apply(item);
        tip.setText(longer);
        setTooltip(longer.isEmpty() ? null : tip);
    }
}
