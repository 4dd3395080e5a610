package org.outturn.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.outturn.settings.WindowBounds;

/** Where the window is: put back where it was, unless that screen is gone. */
record WindowPlace(Stage stage) {

    void restore(@Nullable WindowBounds bounds) {
        if (bounds == null
                || Screen.getScreensForRectangle(
                                bounds.x(), bounds.y(), bounds.width(), bounds.height())
                        .isEmpty()) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(1280, screen.getWidth()));
            stage.setHeight(Math.min(800, screen.getHeight()));
            return;
        }
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
    }

    WindowBounds now() {
        return new WindowBounds(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }
}
