package org.outturn.ui.tagging;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.tagging.TagEdit;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Messages;

/**
 * A sheet that looks something up first, shows a form then, and can be agreed to while the form
 * makes an edit.
 */
abstract class TagSheet extends VBox {
    final Messages messages;
    private final Label title = new Label();
    private final Label scope = new Label();
    private final VBox body = new VBox(14);
    private final Button act = new Button();
    private Cancellation loading = new Cancellation();
    private boolean loaded;
    private Optional<TagEdit> edit = Optional.empty();

    /**
     * @param close closes the sheet
     */
    TagSheet(Messages messages, Runnable close) {
        super(12);
        this.messages = messages;
        getStyleClass().addAll("sheet-small", "tag-sheet");
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        scope.setId("tags-scope");
        scope.getStyleClass().add("text-muted");
        scope.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        act.setId("sheet-action");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.setDisable(true);
        act.setOnAction(_ ->
                edit.ifPresent(wanted -> {
                    close.run();
                    agree(wanted);
                }));
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        var buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(new VBox(2, title, scope), body, buttons);
        sceneProperty()
                .subscribe(now -> {
                    if (now == null) {
                        loading.cancel();
                    } else if (!loaded) {
                        // once more, if another sheet took its place meanwhile
                        loading = load();
                    }
                });
    }

    /** Begins to look up what the form needs; ends in {@link #ready} or {@link #failed}. */
    abstract Cancellation load();

    /** The operator wants this; the sheet is closed by now. */
    abstract void agree(TagEdit wanted);

    void say(String heading, String about, String action) {
        title.setText(heading);
        scope.setText(about);
        act.setText(action);
    }

    void title(String heading) {
        title.setText(heading);
    }

    void action(String text) {
        act.setText(text);
    }

    /** Has something in the middle of the sheet until the form is there. */
    void waitWith(String text) {
        body.getChildren().setAll(muted(text));
    }

    void ready(Node... form) {
        loaded = true;
        body.getChildren().setAll(form);
    }

    void failed(Failure failure) {
        loaded = true;
        FailureText text = FailureText.of(failure, messages);
        var why = new Label(text.headline() + ". " + text.why());
        why.setId("tags-failure");
        why.setWrapText(true);
        body.getChildren().setAll(new VBox(6, why, muted(text.next())));
    }

    /** Says what would be done; empty while something is wrong, or nothing would change. */
    void edit(Optional<TagEdit> now) {
        edit = now;
        act.setDisable(now.isEmpty());
    }

    static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }
}
