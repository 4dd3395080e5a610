package org.outturn.app;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.outturn.ui.common.FxmlViews;

/** The window itself: its style, its icons, and where it stood the last time. */
final class MainStage {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    /** How far a further window stands from the one before. */
    private static final double STEP = 28;

    private final Stage stage;
    private final RememberedSettings remembered;
    private Subscription focus = Subscription.EMPTY;

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
        // before anybody else hears of it: a window that is gone has no place
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> rememberPlace());
        stage.show();
    }

    /** Moves a window that is about to be shown, so that it does not hide another. */
    void standBeside(MainStage other) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(other.stage.getX(), other.stage.getY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        double x = other.stage.getX() + STEP;
        double y = other.stage.getY() + STEP;
        boolean fits = x + STEP < screen.getMaxX() - STEP && y + STEP < screen.getMaxY() - STEP;
        stage.setX(fits ? x : screen.getMinX());
        stage.setY(fits ? y : screen.getMinY());
    }

    void setTitle(String title) {
        stage.setTitle(title);
    }

    boolean isFocused() {
        return stage.isFocused();
    }

    void bringForward() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Says what to do whenever the window gets the keyboard. */
    void onFocus(Runnable action) {
        focus =
                stage.focusedProperty()
                        .subscribe(focused -> {
                            if (focused) {
                                action.run();
                            }
                        });
    }

    /**
     * Says who is asked when the operator closes the window.
     *
     * @param asked given what closes it, now or after a question
     */
    void onCloseRequest(Consumer<Runnable> asked) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            asked.accept(stage::hide);
        });
    }

    /** Says what to do when the window has gone. */
    void onHidden(Runnable action) {
        stage.setOnHidden(_ -> action.run());
    }

    /** Keeps where the window is; nothing once it has gone. */
    void rememberPlace() {
        if (stage.isShowing()) {
            remembered.windowAt(new WindowPlace(stage).now());
        }
    }

    /** Lets go of the content of a window that has gone. */
    void leave() {
        focus.unsubscribe();
        if (!stage.isShowing() && stage.getScene() != null) {
            // the toolkit may know the scene for a while
            stage.getScene().setRoot(new Region());
        }
    }
}
