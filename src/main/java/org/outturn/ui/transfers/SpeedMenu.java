package org.outturn.ui.transfers;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.outturn.storage.RateLimit;
import org.outturn.ui.common.Messages;

/** The menu of the speed limit: one part for uploads, one for downloads. */
final class SpeedMenu {
    private static final long[] OFFERED = {RateLimit.NONE, 1, 5, 10, 50};
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final SpeedLimit limit;
    private final Messages messages;
    private final MenuButton button;
    private final Runnable changed;

    /**
     * @param changed shows what holds now
     */
    SpeedMenu(SpeedLimit limit, Messages messages, MenuButton button, Runnable changed) {
        this.limit = limit;
        this.messages = messages;
        this.button = button;
        this.changed = changed;
    }

    void fill() {
        button.getItems()
                .setAll(
                        way("speed-up", "transfers.speed.up", limit.bandwidth().up()),
                        way("speed-down", "transfers.speed.down", limit.bandwidth().down()));
    }

    /** For instance {@code limited to 5 MB/s}; empty when there is no limit. */
    String text() {
        long up = limit.bandwidth().up().bytesPerSecond();
        long down = limit.bandwidth().down().bytesPerSecond();
        if (up == down) {
            return up == RateLimit.NONE ? "" : limited("transfers.speed.limited", up);
        }
        List<String> parts = new ArrayList<>();
        if (up != RateLimit.NONE) {
            parts.add(limited("transfers.speed.limited.up", up));
        }
        if (down != RateLimit.NONE) {
            parts.add(limited("transfers.speed.limited.down", down));
        }
        return String.join(" · ", parts);
    }

    private String limited(String key, long bytesPerSecond) {
        return messages.text(key, megabytes(bytesPerSecond));
    }

    private static double megabytes(long bytesPerSecond) {
        return (double) bytesPerSecond / SpeedLimit.MEGABYTE;
    }

    private Menu way(String id, String key, RateLimit way) {
        var menu = new Menu(messages.text(key));
        menu.setId(id);
        var group = new ToggleGroup();
        for (long offered : OFFERED) {
            var item =
                    new RadioMenuItem(
                            offered == RateLimit.NONE
                                    ? messages.text("transfers.speed.none")
                                    : messages.text("transfers.speed.value", (double) offered));
            item.setId(id + "-" + offered);
            item.setToggleGroup(group);
            item.setUserData(offered * SpeedLimit.MEGABYTE);
            item.setOnAction(_ -> choose(way, offered * SpeedLimit.MEGABYTE));
            menu.getItems().add(item);
        }
        var typed = new TextField();
        menu.getItems().add(typed(id, way, typed));
        button.addEventHandler(
                MenuButton.ON_SHOWING, _ -> follow(group, typed, way.bytesPerSecond()));
        return menu;
    }

    private CustomMenuItem typed(String id, RateLimit way, TextField field) {
        field.setId(id + "-typed");
        field.setPrefColumnCount(5);
        field.setAccessibleText(messages.text("transfers.speed.typed"));
        field.setPromptText(messages.text("transfers.speed.typed"));
        field.textProperty().subscribe(_ -> field.pseudoClassStateChanged(WRONG, false));
        field.setOnAction(event -> {
            SpeedLimit.read(field.getText())
                    .ifPresentOrElse(
                            bytes -> {
                                choose(way, bytes);
                                button.hide();
                            },
                            () -> field.pseudoClassStateChanged(WRONG, true));
            event.consume();
        });
        var box = new HBox(6, field, new Label(messages.text("transfers.speed.unit")));
        box.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(box, false);
    }

    private void choose(RateLimit way, long bytesPerSecond) {
        limit.set(way, bytesPerSecond);
        changed.run();
    }

    private static void follow(ToggleGroup group, TextField typed, long now) {
        group.selectToggle(null);
        group.getToggles().stream()
                .filter(toggle -> Long.valueOf(now).equals(toggle.getUserData()))
                .forEach(group::selectToggle);
        boolean other = group.getSelectedToggle() == null;
        typed.setText(other ? String.valueOf(megabytes(now)) : "");
    }
}
