package org.outturn.ui.common;

import atlantafx.base.controls.Notification;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A notification that is as high as its text is at its width. The control's own skin reckons the
 * height of unwrapped text.
 */
final class Toast extends Notification {

    Toast(String text, Node icon) {
        super(text, icon);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = snappedLeftInset() + snappedRightInset();
        double along = snappedTopInset() + snappedBottomInset();
        double wide = width < 0 ? getPrefWidth() : width;
        return getChildren().stream()
                .filter(Node::isManaged)
                .mapToDouble(node -> along + node.prefHeight(wide - across))
                .max()
                .orElse(along);
    }
}
