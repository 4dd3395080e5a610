package org.outturn.ui.outputs;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputWords;

/** How an output is; of a file, what it is. */
final class StatusCell extends TableCell<OutputLine, OutputLine> {
    private final Function<OutputRow, OutputStatus> statuses;
    private final OutputWords words;
    private final Messages messages;
    private final FontIcon icon = new FontIcon();
    private final Tooltip tip = new Tooltip();

    StatusCell(Function<OutputRow, OutputStatus> statuses, OutputWords words, Messages messages) {
        this.statuses = statuses;
        this.words = words;
        this.messages = messages;
        tip.setWrapText(true);
        tip.setMaxWidth(420);
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("text-muted");
        setGraphic(null);
        setTooltip(null);
        setText(null);
        if (empty || item == null) {
            return;
        }
        switch (item) {
            case OutputLine.OfOutput(OutputRow row, _, _) -> {
                OutputStatus status = statuses.apply(row);
                icon.setIconCode(OutputWords.icon(status.state()));
                icon.getStyleClass().setAll("ikonli-font-icon", OutputWords.style(status.state()));
                setGraphic(icon);
                setText(words.brief(status));
                tip.setText(words.full(status));
                setTooltip(tip);
            }
            case OutputLine.OfFile(_, OutputFile file) -> {
                getStyleClass().add("text-muted");
                boolean hollow = file.row().size() == 0;
                setText(hollow ? messages.text("outcome.emptyFile", file.role()) : file.role());
            }
        }
    }
}
