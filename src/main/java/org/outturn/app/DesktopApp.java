package org.outturn.app;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.outturn.logging.Logging;
import org.outturn.logging.SecretRedactor;
import org.outturn.ui.common.SystemFileChoosers;

/** The program inside JavaFX: starts the log, makes the wiring, shows the window, ends in order. */
public final class DesktopApp extends Application {
    private @Nullable Logging logging;
    private @Nullable Wiring wiring;

    /** JavaFX makes it. */
    public DesktopApp() {}

    @Override
    public void start(Stage stage) {
        var redactor = new SecretRedactor();
        Surroundings surroundings = Surroundings.ofThisMachine(redactor);
        logging = Logging.start(surroundings.folders().logs(), redactor);
        wiring = new Wiring(surroundings, new SystemFileChoosers(() -> stage));
        wiring.show(stage);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        if (logging != null) {
            logging.close();
        }
    }
}
