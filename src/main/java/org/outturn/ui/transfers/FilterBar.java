package org.outturn.ui.transfers;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.outturn.transfer.QueueTotals;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/**
 * Which transfers are shown: by state, with how many there are of each, and by name. States that no
 * transfer is in have no button.
 */
final class FilterBar {
    private final QueueWatch watch;
    private final Messages messages;
    private final Formats formats;
    private final ToggleButton shown;
    private final HBox bar;
    private final TextField text;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<StateFilter, ToggleButton> buttons = new EnumMap<>(StateFilter.class);

    /**
     * @param shown shows the bar; takes the filter away with it
     */
    FilterBar(
            QueueWatch watch,
            Messages messages,
            Formats formats,
            ToggleButton shown,
            HBox bar,
            TextField text) {
        this.watch = watch;
        this.messages = messages;
        this.formats = formats;
        this.shown = shown;
        this.bar = bar;
        this.text = text;
    }

    /**
     * @param states where the buttons go
     * @param leave gives the keyboard back to the table
     */
    void fill(HBox states, Runnable leave) {
        for (StateFilter state : StateFilter.values()) {
            var button = new ToggleButton();
            button.setToggleGroup(group);
            button.getStyleClass().addAll("small", "flat", "state-filter");
            button.setId("show-" + state.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> apply(state));
            buttons.put(state, button);
            states.getChildren().add(button);
        }
        shown.selectedProperty().subscribe(this::show);
        text.textProperty().subscribe(_ -> apply(watch.filterProperty().get().states()));
        bar.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        shown.setSelected(false);
                        leave.run();
                        event.consume();
                    }
                });
        watch.filterProperty().subscribe(this::follow);
        watch.totalsProperty().subscribe(this::count);
    }

    private void show(boolean on) {
        bar.setVisible(on);
        bar.setManaged(on);
        if (on) {
            text.requestFocus();
        } else {
            text.clear();
            apply(StateFilter.ALL);
        }
    }

    private void apply(StateFilter state) {
        watch.filterProperty().set(RowFilter.of(text.getText(), state));
    }

    /** The filter may be taken away from elsewhere, for instance with the connection. */
    private void follow(RowFilter filter) {
        group.selectToggle(buttons.get(filter.states()));
        if (filter.words().isEmpty() && !text.getText().isBlank()) {
            text.clear();
        }
        count(watch.totalsProperty().get());
    }

    private void count(@Nullable QueueTotals totals) {
        StateFilter chosen = watch.filterProperty().get().states();
        buttons.forEach((state, button) -> {
            int count = totals == null ? 0 : state.count(totals.counts());
            button.setText(messages.text(state.messageKey()) + " " + formats.number(count));
            boolean on = count > 0 || state == StateFilter.ALL || state == chosen;
            button.setVisible(on);
            button.setManaged(on);
        });
    }
}
