package org.outturn.app;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program inside JavaFX: makes the wiring, shows the window, ends in order. */
public final class DesktopApp extends Application {
    private @Nullable Wiring wiring;

    /** JavaFX makes it. */
    public DesktopApp() {}

    @Override
    public void start(Stage stage) {
        Wiring made = Wiring.ofThisMachine(getHostServices()::showDocument);
        wiring = made;
        made.window(stage).open();
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
