package org.outturn.ui.outputs;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.outturn.catalog.OutputQuery;
import org.outturn.pipeline.status.OutputState;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/**
 * Which states are shown, with how many outputs are in each. States that none is in are left out.
 */
final class StateBar {
    private final OutputsViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final ToggleButton all = new ToggleButton();
    private final Map<OutputState, ToggleButton> buttons = new EnumMap<>(OutputState.class);
    private final ToggleGroup group = new ToggleGroup();

    StateBar(OutputsViewModel model, Messages messages, Formats formats) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
    }

    void fill(HBox bar) {
        add(bar, all, "all", Optional.empty());
        for (OutputState state : OutputState.values()) {
            var button = new ToggleButton();
            buttons.put(state, button);
            add(bar, button, state.name().toLowerCase(Locale.ROOT), Optional.of(state));
        }
        model.statesProperty().subscribe(this::count);
        model.queryProperty().subscribe(this::follow);
    }

    private void add(HBox bar, ToggleButton button, String id, Optional<OutputState> state) {
        button.setToggleGroup(group);
        button.setId("state-" + id);
        button.getStyleClass().addAll("small", "flat", "state-filter");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            model.state(state);
            follow(model.queryProperty().get());
        });
        bar.getChildren().add(button);
    }

    private void follow(OutputQuery query) {
        group.selectToggle(query.state().map(buttons::get).orElse(all));
    }

    private void count(Map<OutputState, Integer> states) {
        int sum = states.values().stream().mapToInt(Integer::intValue).sum();
        all.setText(messages.text("outcome.state.all") + " " + formats.number(sum));
        Optional<OutputState> chosen = model.queryProperty().get().state();
        buttons.forEach((state, button) -> {
            int count = states.getOrDefault(state, 0);
            button.setText(messages.text(state.messageKey()) + " " + formats.number(count));
            boolean on = count > 0 || chosen.equals(Optional.of(state));
            button.setVisible(on);
            button.setManaged(on);
        });
    }
}
