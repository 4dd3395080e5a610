package org.outturn.app;

import java.util.Optional;
import javafx.application.Application;

/**
 * Starts the program. It does not extend {@code Application}, so that it runs from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /**
     * Takes no arguments. Ends with {@link StartupCheck#NO_WINDOW_POSSIBLE} where no window can be
     * opened, after saying why.
     */
    public static void main(String[] args) {
        Console console = Console.standardError();
        Optional<String> obstacle = StartupCheck.ofThisMachine().obstacle();
        if (obstacle.isPresent()) {
            console.say(obstacle.get());
            System.exit(StartupCheck.NO_WINDOW_POSSIBLE);
        }
        try {
            Application.launch(DesktopApp.class, args);
        } catch (UnsupportedOperationException e) {
            // an X server that answers, but refuses this user
            console.say(StartupCheck.displayRefused());
            System.exit(StartupCheck.NO_WINDOW_POSSIBLE);
        }
    }
}
