package org.outturn.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.outturn.logging.Logging;
import org.outturn.logging.SecretRedactor;
import org.outturn.ui.common.SystemFileChoosers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program inside JavaFX: starts the log, makes the wiring, shows the window, ends in order. */
public final class DesktopApp extends Application {
    /** What desktops and service managers wait before they kill is 5 seconds and more. */
    private static final long LONGEST_END_SECONDS = 4;

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Logging logging;
    private @Nullable Wiring wiring;

    /** JavaFX makes it. */
    public DesktopApp() {}

    @Override
    public void start(Stage stage) {
        var redactor = new SecretRedactor();
        Surroundings surroundings = Surroundings.ofThisMachine(redactor);
        logging = Logging.start(surroundings.folders().logs(), redactor);
        logStart();
        wiring = new Wiring(surroundings, new SystemFileChoosers(() -> stage));
        wiring.show(stage);
        Runtime.getRuntime().addShutdownHook(new Thread(this::endFromOutside, "end"));
    }

    private static void logStart() {
        Logger log = LoggerFactory.getLogger(DesktopApp.class);
        String version = DesktopApp.class.getPackage().getImplementationVersion();
        log.info(
                "Outturn {} starts on {} {}, Java {}, JavaFX {}",
                version == null ? "(not packaged)" : version,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("javafx.version"));
        // nobody sees the terminal of a program that was double-clicked
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> log.error("Not handled in {}", thread.getName(), e));
    }

    /**
     * The end of the desktop session and {@code kill} end the JVM without asking JavaFX, which by
     * then may have stopped painting: nothing is shown or hidden any more. After an ordinary end
     * there is nothing left to do.
     */
    private void endFromOutside() {
        if (ended.getCount() == 0) {
            return;
        }
        Platform.runLater(this::stop);
        try {
            ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        if (logging != null) {
            LoggerFactory.getLogger(DesktopApp.class).info("Outturn ends");
            logging.close();
        }
        ended.countDown();
    }
}
