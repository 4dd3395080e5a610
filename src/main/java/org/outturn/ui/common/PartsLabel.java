package org.outturn.ui.common;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * One line of several parts, the most important first: where there is no room for all, whole parts
 * go, from the end. All of them are in the tooltip then, and always in the accessible text.
 */
public final class PartsLabel extends Label {
    private static final String BETWEEN = " · ";

    private final Text measure = new Text();
    private final Tooltip all = new Tooltip();
    private List<String> parts = List.of();

    /** A line of nothing yet. */
    public PartsLabel() {
        measure.fontProperty().bind(fontProperty());
        widthProperty().subscribe(this::fit);
        fontProperty().subscribe(this::fit);
    }

    /** Shows these; empty ones do not count. */
    public void setParts(List<String> texts) {
        parts = texts.stream().filter(part -> !part.isEmpty()).toList();
        setAccessibleText(whole());
        fit();
        requestLayout();
    }

    /** All parts, whether there is room for them or not. */
    public String whole() {
        return String.join(BETWEEN, parts);
    }

    /** The first part is always there. */
    @Override
    protected double computeMinWidth(double height) {
        return width(Math.min(1, parts.size()));
    }

    /** Room for all of them. */
    @Override
    protected double computePrefWidth(double height) {
        return width(parts.size());
    }

    private void fit() {
        int shown = parts.size();
        while (shown > 1 && !fits(shown)) {
            shown--;
        }
        setText(first(shown));
        all.setText(whole());
        setTooltip(fits(parts.size()) ? null : all);
    }

    private boolean fits(int count) {
        return width(count) <= getWidth();
    }

    private double width(int count) {
        measure.setText(first(count));
        return snapSizeX(measure.getLayoutBounds().getWidth())
                + snappedLeftInset()
                + snappedRightInset();
    }

    private String first(int count) {
        return String.join(BETWEEN, parts.subList(0, count));
    }
}
