package org.outturn.ui.inspector;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/**
 * A value that looks like a label, wraps, and can be selected and copied: a text area as high as
 * its text, which JavaFX's own is not.
 */
final class FactArea extends TextArea {
    private static final int MOST_LINES = 12;

    /** What the skin needs around the text, so that no scroll bar comes up. */
    private static final double SPARE = 3;

    private final Text measure = new Text();

    FactArea(String value) {
        super(value);
        setEditable(false);
        setWrapText(true);
        setPrefColumnCount(10);
        getStyleClass().add("fact");
        measure.fontProperty().bind(fontProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = height("X", 0);
        double all = height(getText(), width < 0 ? 0 : Math.max(1, width - 2 * SPARE));
        return Math.ceil(Math.clamp(all, line, MOST_LINES * line)) + SPARE;
    }

    /**
     * @param wrap the width to wrap at; 0 to keep one line
     */
    private double height(String text, double wrap) {
        measure.setText(text);
        measure.setWrappingWidth(wrap);
        return measure.getLayoutBounds().getHeight();
    }
}
