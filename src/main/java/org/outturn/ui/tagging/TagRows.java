package org.outturn.ui.tagging;

import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.outturn.tagging.Tag;
import org.outturn.tagging.TagComplaint;
import org.outturn.tagging.TagRules;
import org.outturn.tagging.TagTemplate;
import org.outturn.ui.common.Messages;

/** Tags to be typed, one below the other, with templates that fill them in. */
final class TagRows extends VBox {
    private final VBox rows = new VBox(6);
    private final Button add = new Button();
    private final Label count = new Label();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final boolean counted;
    private final Messages messages;
    private final Runnable changed;

    /**
     * @param counted whether these are all the tags that there are
     * @param templates may be none: then there is no menu
     * @param changed called when something was typed, added or removed
     */
    TagRows(boolean counted, List<TagTemplate> templates, Messages messages, Runnable changed) {
        super(8);
        this.counted = counted;
        this.messages = messages;
        this.changed = changed;
        getStyleClass().add("tag-rows");
        add.setText(messages.text("tags.add"));
        add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        add.setId("tags-add");
        add.getStyleClass().add("flat");
        add.setOnAction(_ -> add(new Tag("", "")).focus());
        count.getStyleClass().add("text-muted");
        count.setId("tags-count");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("tag-scroll");
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var foot = new HBox(8, add, menu(templates), room, count);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new VBox(3, heads(), scroll), foot);
    }

    private Node heads() {
        var key = new Label(messages.text("tags.key"));
        key.setMinWidth(TagRow.KEY_WIDTH);
        var heads = new HBox(8, key, new Label(messages.text("tags.value")));
        heads.getStyleClass().add("tag-heads");
        return heads;
    }

    private Node menu(List<TagTemplate> templates) {
        var menu = new MenuButton(messages.text("tags.template"));
        menu.setId("tags-template");
        menu.getStyleClass().add("flat");
        for (TagTemplate template : templates) {
            var item = new MenuItem(template.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> fillIn(template.values()));
            menu.getItems().add(item);
        }
        menu.setVisible(!templates.isEmpty());
        menu.setManaged(!templates.isEmpty());
        return menu;
    }

    /** Shows these and no others. */
    void fill(List<Tag> tags) {
        rows.getChildren().clear();
        tags.forEach(this::add);
        if (tags.isEmpty()) {
            add(new Tag("", ""));
        }
    }

    private void fillIn(Map<String, String> values) {
        rows.getChildren().removeIf(node -> isBlank(((TagRow) node).tag()));
        values.forEach((key, value) ->
                rows().stream()
                        .filter(row -> row.tag().key().strip().equals(key))
                        .findFirst()
                        .ifPresentOrElse(row -> row.value(value), () -> add(new Tag(key, value))));
        changed.run();
    }

    private TagRow add(Tag tag) {
        var row = new TagRow(tag, messages, changed, this::remove);
        row.focusWithinProperty()
                .subscribe(within -> {
                    if (within) {
                        Platform.runLater(() -> reveal(row));
                    }
                });
        rows.getChildren().add(row);
        changed.run();
        return row;
    }

    /** Scrolls no further than it must. */
    private void reveal(TagRow row) {
        scroll.applyCss();
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = rows.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        double first = row.getBoundsInParent().getMinY();
        double last = row.getBoundsInParent().getMaxY();
        double now = Math.clamp(top, Math.min(last - seen, first), first);
        scroll.setVvalue(now / hidden);
    }

    private void remove(TagRow row) {
        int at = rows.getChildren().indexOf(row);
        rows.getChildren().remove(row);
        changed.run();
        // the keyboard goes to the next one, or it would be nowhere
        if (rows.getChildren().isEmpty()) {
            add.requestFocus();
        } else {
            rows().get(Math.min(at, rows().size() - 1)).focus();
        }
    }

    private List<TagRow> rows() {
        return rows.getChildren().stream().map(TagRow.class::cast).toList();
    }

    List<Tag> tags() {
        return rows().stream().map(TagRow::tag).toList();
    }

    /** Shows each complaint at its row; those about all of them are shown with the count. */
    void show(List<TagComplaint> complaints) {
        List<TagRow> all = rows();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            all.get(i).show(complaints.stream().filter(c -> c.index() == index).toList());
        }
        int there = (int) tags().stream().filter(tag -> !isBlank(tag)).count();
        String wrong =
                complaints.stream()
                        .filter(c -> c.part() == TagComplaint.Part.ALL)
                        .findFirst()
                        .map(c -> messages.text(c.problem().messageKey(), c.subject()))
                        .orElse("");
        String told = counted ? messages.text("tags.count", there) : "";
        count.setText(wrong.isEmpty() ? told : wrong);
        count.getStyleClass().setAll("label", wrong.isEmpty() ? "text-muted" : "complaint");
        add.setDisable(all.size() >= TagRules.MOST);
    }

    private static boolean isBlank(Tag tag) {
        return tag.key().isBlank() && tag.value().isBlank();
    }

    /** Gives the keyboard to the first row, once it is laid out. */
    void focus() {
        Platform.runLater(() -> rows().stream().findFirst().ifPresent(TagRow::focus));
    }
}
