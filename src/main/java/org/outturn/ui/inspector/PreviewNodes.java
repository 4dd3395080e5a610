package org.outturn.ui.inspector;

import java.io.ByteArrayInputStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.outturn.preview.Preview;
import org.outturn.preview.PreviewLimits;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.RowIcons;
import org.outturn.ui.common.TaskRunner;

/** Previews on the screen. */
final class PreviewNodes {
    /**
     * Pictures are decoded no larger than this, in pixels: the panel is not larger on any screen.
     */
    private static final int LARGEST = 1600;

    private final TaskRunner tasks;
    private final Messages messages;
    private final Formats formats;

    PreviewNodes(TaskRunner tasks, Messages messages, Formats formats) {
        this.tasks = tasks;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * @param name of the object, for its icon
     */
    Node node(Preview preview, String name) {
        return switch (preview) {
            case Preview.Empty() -> remark(name, messages.text("preview.empty"));
            case Preview.Unavailable(var reason, var kind, long size) ->
                    remark(
                            name,
                            messages.text(kind.messageKey())
                                    + ", "
                                    + formats.size(size)
                                    + "\n"
                                    + messages.text(reason.messageKey()));
            case Preview.Image(byte[] data, _, int width, int height) ->
                    picture(data, width, height, name);
            case Preview.Text(String text, boolean truncated, _) -> lines(text, truncated, "");
            case Preview.Json(String text, boolean truncated, boolean valid) ->
                    lines(text, truncated, valid ? "" : messages.text("preview.json.invalid"));
            case Preview.Markdown(String source, boolean truncated) -> markdown(source, truncated);
        };
    }

    private Node remark(String name, String text) {
        var icon = new FontIcon(RowIcons.forName(name));
        icon.getStyleClass().add("empty-icon");
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("text-muted", "preview-remark");
        var box = new VBox(10, icon, label);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node picture(byte[] data, int width, int height, String name) {
        var frame = new StackPane();
        frame.setAlignment(Pos.TOP_CENTER);
        frame.setMinSize(0, 0);
        int most = width > LARGEST || height > LARGEST ? LARGEST : 0;
        tasks.run(
                "decode picture",
                _ -> new Image(new ByteArrayInputStream(data), most, most, true, true),
                image -> frame.getChildren().setAll(drawn(image, frame, width, height, name)),
                _ -> frame.getChildren().setAll(damaged(name)));
        var caption =
                new Label(
                        messages.text(
                                "preview.pixels", formats.number(width), formats.number(height)));
        caption.getStyleClass().addAll("text-muted", "text-small");
        VBox.setVgrow(frame, Priority.ALWAYS);
        var box = new VBox(6, caption, frame);
        box.setMinSize(0, 0);
        return box;
    }

    private Node drawn(Image image, StackPane frame, int width, int height, String name) {
        if (image.isError()) {
            return damaged(name);
        }
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(name);
        // never larger than it is: a thumbnail blown up tells nothing
        view.fitWidthProperty().bind(Bindings.min(frame.widthProperty(), width));
        view.fitHeightProperty().bind(Bindings.min(frame.heightProperty(), height));
        return view;
    }

    private Node damaged(String name) {
        return remark(name, messages.text(Preview.Reason.DAMAGED.messageKey()));
    }

    private Node lines(String text, boolean truncated, String remark) {
        var view = new LinesView(text);
        view.setAccessibleText(messages.text("inspector.preview"));
        VBox.setVgrow(view, Priority.ALWAYS);
        return withRemarks(view, truncated, remark);
    }

    private Node markdown(String source, boolean truncated) {
        var page = new VBox(10);
        page.getStyleClass().add("md-page");
        page.getChildren().setAll(new MarkdownNodes(messages.text("preview.image")).nodes(source));
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        // a wide table is scrolled to, but the text stays within what is in sight
        var inSight =
                Bindings.createDoubleBinding(
                        () -> Math.max(80, scroll.getViewportBounds().getWidth() - 4),
                        scroll.viewportBoundsProperty());
        for (Node node : page.getChildren()) {
            if (node instanceof Region block && !block.getStyleClass().contains("md-table")) {
                block.maxWidthProperty().bind(inSight);
            }
        }
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return withRemarks(scroll, truncated, "");
    }

    private Node withRemarks(Node node, boolean truncated, String remark) {
        var box = new VBox(6, node);
        if (truncated) {
            box.getChildren()
                    .addFirst(
                            note(
                                    messages.text(
                                            "preview.truncated",
                                            formats.size(PreviewLimits.DEFAULTS.textBytes()))));
        }
        if (!remark.isEmpty()) {
            box.getChildren().addFirst(note(remark));
        }
        return box;
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.setWrapText(true);
        note.getStyleClass().addAll("text-muted", "text-small");
        return note;
    }
}
