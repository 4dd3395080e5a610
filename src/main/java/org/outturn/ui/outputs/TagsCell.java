package org.outturn.ui.outputs;

import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.TagState;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/** The tags of a line, as far as they are known; asks for them by being in sight. */
final class TagsCell extends TableCell<OutputLine, OutputLine> {
    private final OutputsViewModel model;
    private final Messages messages;
    private final Tooltip tip = new Tooltip();

    TagsCell(OutputsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("text-muted");
        setText(null);
        setTooltip(null);
        if (empty || item == null) {
            return;
        }
        model.tagsSeen(item);
        TagState state =
                model.object(item).map(model.known()::tagState).orElse(new TagState.Unknown());
        switch (state) {
            case TagState.Known(ObjectTags tags) -> show(tags);
            case TagState.NotAllowed(Failure why) -> muted("outcome.tags.denied", why);
            case TagState.Failed(Failure why) -> muted("outcome.tags.failed", why);
            case TagState.Unknown(), TagState.Loading() -> {}
        }
    }

    private void show(ObjectTags tags) {
        String line =
                tags.values().entrySet().stream()
                        .map(tag -> tag.getKey() + ":" + tag.getValue())
                        .collect(Collectors.joining("  "));
        setText(line);
        if (!line.isEmpty()) {
            tip.setText(line.replace("  ", "\n"));
            setTooltip(tip);
        }
    }

    private void muted(String key, Failure why) {
        getStyleClass().add("text-muted");
        setText(messages.text(key));
        tip.setText(FailureText.of(why, messages).why());
        setTooltip(tip);
    }
}
