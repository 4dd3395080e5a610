package org.outturn.ui.outputs;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** How long an output stays; where it is only hidden then, a sign says so. */
final class ExpiresCell extends TableCell<OutputLine, OutputLine> {
    private final LineTexts texts;
    private final FontIcon hidden = new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE);
    private final Tooltip tip = new Tooltip();

    ExpiresCell(LineTexts texts) {
        this.texts = texts;
        hidden.setId("output-hidden");
        // the words are more important where there is no room for both
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        boolean filled = !empty && item != null;
        setText(filled ? texts.expires(item) : null);
        setGraphic(filled && texts.isHidden(item) ? hidden : null);
        setAccessibleText(filled ? texts.expiresSpoken(item) : null);
        String more = filled ? texts.expiresMore(item) : "";
        tip.setText(more);
        setTooltip(more.isEmpty() ? null : tip);
    }
}
