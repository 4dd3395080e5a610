package org.outturn.ui.outputs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.FollowRule;
import org.outturn.follow.FollowRules;
import org.outturn.follow.FollowState;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The switch of following, its menu, and how it goes. */
final class FollowBar {
    private static final List<Duration> OFFERED =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));
    private static final List<Integer> MINUTES = List.of(1, 5, 10, 30, 60, 180);

    /** Below this the switch has no room for its word. */
    private static final double NARROW = 640;

    private final FollowViewModel model;
    private final Supplier<Optional<String>> scope;
    private final FollowWords words;
    private final Messages messages;
    private final Formats formats;
    private final FontIcon alert = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
    private final Tooltip trouble = new Tooltip();

    /**
     * @param scope the place that is looked at, if it is one
     */
    FollowBar(
            FollowViewModel model,
            Supplier<Optional<String>> scope,
            FollowWords words,
            Messages messages,
            Formats formats) {
        this.model = model;
        this.scope = scope;
        this.words = words;
        this.messages = messages;
        this.formats = formats;
    }

    void fill(ToggleButton toggle, MenuButton menu, Label state, Region around) {
        toggle.setOnAction(_ -> model.follow(toggle.isSelected()));
        model.choiceProperty().subscribe(choice -> toggle.setSelected(choice.on()));
        around.widthProperty()
                .map(width -> width.doubleValue() < NARROW)
                .subscribe(narrow ->
                        toggle.setContentDisplay(
                                narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        menu.addEventHandler(MenuButton.ON_SHOWING, _ -> fill(menu));
        fill(menu);
        trouble.setWrapText(true);
        trouble.setMaxWidth(420);
        model.stateProperty().subscribe(now -> show(state, now));
    }

    private void show(Label label, @Nullable FollowState now) {
        boolean on = now != null;
        label.setVisible(on);
        label.setManaged(on);
        label.getStyleClass().remove("follow-failed");
        label.setGraphic(null);
        label.setTooltip(null);
        if (now == null) {
            return;
        }
        label.setText(words.state(now, model.placeProperty().get()));
        // times are worth their room; the words of a failure are in the tooltip too
        label.setMinWidth(now.failure().isPresent() ? 0 : Region.USE_PREF_SIZE);
        if (now.failure().isPresent()) {
            label.getStyleClass().add("follow-failed");
            label.setGraphic(alert);
            trouble.setText(words.trouble(now));
            label.setTooltip(trouble);
        }
    }

    private void fill(MenuButton menu) {
        FollowChoice now = model.choiceProperty().get();
        menu.getItems().setAll(heading("follow.what"));
        addPlaces(menu);
        menu.getItems().addAll(new SeparatorMenuItem(), heading("follow.every"));
        var group = new ToggleGroup();
        var offered = new TreeSet<>(OFFERED);
        offered.add(now.interval());
        for (Duration interval : offered) {
            var item = new RadioMenuItem(formats.duration(interval));
            item.setId("follow-every-" + interval.toSeconds());
            item.setToggleGroup(group);
            item.setSelected(interval.equals(now.interval()));
            item.setOnAction(_ -> model.every(interval));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), heading("follow.tell"));
        for (FollowRule rule : FollowRule.values()) {
            var item = new CheckMenuItem(name(rule, now.rules()));
            item.setId("follow-rule-" + rule.name().toLowerCase(Locale.ROOT));
            item.setSelected(now.rules().has(rule));
            item.setOnAction(_ ->
                    model.by(model.choiceProperty().get().rules().with(rule, item.isSelected())));
            menu.getItems().add(item);
        }
        menu.getItems().add(minutes(now.rules()));
    }

    /** The whole bucket, what is looked at, and what is followed. */
    private void addPlaces(MenuButton menu) {
        var group = new ToggleGroup();
        String followed = model.placeProperty().get();
        var offered = new TreeSet<>(List.of("", followed));
        scope.get().ifPresent(offered::add);
        for (String place : offered) {
            var item =
                    new RadioMenuItem(
                            place.isEmpty()
                                    ? messages.text("follow.bucket")
                                    : messages.text("follow.only", place));
            item.setMnemonicParsing(false);
            item.setId("follow-place-" + place);
            item.setToggleGroup(group);
            item.setSelected(place.equals(followed));
            item.setOnAction(_ -> model.only(place));
            menu.getItems().add(item);
        }
    }

    private String name(FollowRule rule, FollowRules rules) {
        return messages.text(rule.messageKey(), rules.partialMinutes());
    }

    private Menu minutes(FollowRules rules) {
        var menu = new Menu(messages.text("follow.partial.after"));
        menu.setId("follow-partial");
        var group = new ToggleGroup();
        var offered = new TreeSet<>(MINUTES);
        offered.add(rules.partialMinutes());
        for (int minutes : offered) {
            var item = new RadioMenuItem(formats.duration(Duration.ofMinutes(minutes)));
            item.setId("follow-partial-" + minutes);
            item.setToggleGroup(group);
            item.setSelected(minutes == rules.partialMinutes());
            item.setOnAction(_ -> model.by(model.choiceProperty().get().rules().within(minutes)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem heading(String key) {
        var heading = new MenuItem(messages.text(key));
        heading.setDisable(true);
        heading.getStyleClass().add("menu-heading");
        return heading;
    }
}
