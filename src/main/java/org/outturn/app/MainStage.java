package org.outturn.app;

import java.io.InputStream;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.outturn.ui.common.FxmlViews;

/** The window itself: its style, its icons, and where it stood the last time. */
final class MainStage {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final Stage stage;
    private final RememberedSettings remembered;

    MainStage(Stage stage, RememberedSettings remembered) {
        this.stage = stage;
        this.remembered = remembered;
    }

    void show(Parent content) {
        var scene = new Scene(content, 1280, 800);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(FxmlViews.class.getResource("outturn.css"))
                                .toExternalForm());
        for (int size : ICON_SIZES) {
            InputStream icon =
                    MainStage.class.getResourceAsStream(
                            "/org/outturn/icons/outturn-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        new WindowPlace(stage).restore(remembered.settings().window());
        stage.setOnHidden(_ -> remembered.windowAt(new WindowPlace(stage).now()));
    }
}
