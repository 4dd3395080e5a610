package org.outturn.ui.connection;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.outturn.connection.Mark;

/** Colours to choose one of; its name is always said, too. */
final class ColourChoice extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Label said = new Label();
    private final RowWords words;

    ColourChoice(RowWords words) {
        super(6);
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        for (Mark mark : Mark.values()) {
            var dot = new Region();
            dot.getStyleClass().addAll("colour-dot", RowWords.style(mark));
            var button = new ToggleButton(null, dot);
            button.setId("mark-" + mark);
            button.getStyleClass().addAll("button-icon", "colour-button");
            button.setAccessibleText(words.mark(mark));
            button.setTooltip(new Tooltip(words.mark(mark)));
            button.setUserData(mark);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        said.getStyleClass().addAll("text-muted", "text-small");
        getChildren().add(said);
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before);
                    }
                    said.setText(words.mark(mark()));
                });
        show(Mark.NONE);
    }

    Mark mark() {
        return group.getSelectedToggle() == null
                ? Mark.NONE
                : (Mark) group.getSelectedToggle().getUserData();
    }

    void show(Mark mark) {
        group.selectToggle(group.getToggles().get(mark.ordinal()));
        said.setText(words.mark(mark));
    }
}
