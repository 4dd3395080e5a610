package org.outturn.display;

import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** How the other programs look: one label at a known place, which no window manager moves. */
final class OtherWindow {
    private OtherWindow() {}

    static void show(Stage stage, Label label, Rectangle2D place) {
        label.setAlignment(Pos.CENTER);
        label.setMinSize(place.getWidth(), place.getHeight());
        label.setStyle("-fx-background-color: khaki");
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setScene(new Scene(label, place.getWidth(), place.getHeight()));
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.show();
    }

    static Point2D middle(Rectangle2D place) {
        return new Point2D(
                (place.getMinX() + place.getMaxX()) / 2, (place.getMinY() + place.getMaxY()) / 2);
    }
}
