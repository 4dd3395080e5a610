package org.outturn.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.outturn.logging.Logging;
import org.outturn.logging.SecretRedactor;
import org.outturn.ui.common.SystemFileChoosers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program inside JavaFX: starts the log, makes the wiring, shows the window, ends in order. */
public final class DesktopApp extends Application {
    /** How long an end that is under way is waited for: desktops kill after 5 seconds or more. */
    private static final long LONGEST_END_SECONDS = 4;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Logging logging;
    private @Nullable Program program;

    /** JavaFX makes it. */
    public DesktopApp() {}

    @Override
    public void start(Stage stage) {
        var redactor = new SecretRedactor();
        Surroundings surroundings = Surroundings.ofThisMachine(redactor);
        logging = Logging.start(surroundings.folders().logs(), redactor);
        logStart();
        program = new Program(surroundings, window -> new SystemFileChoosers(() -> window));
        program.showFirst(stage);
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
     * The end of the desktop session and {@code kill} end the JVM without asking JavaFX, whose own
     * shutdown hook may be quicker than this one: from then on it paints nothing and drops what is
     * handed to its thread. So what must be done is done here.
     */
    private void endFromOutside() {
        if (!ending.getAndSet(true)) {
            end(Program::closeServices);
            return;
        }
        try {
            ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (!ending.getAndSet(true)) {
            end(Program::close);
        }
    }

    private void end(Consumer<Program> closing) {
        if (program != null) {
            closing.accept(program);
        }
        if (logging != null) {
            LoggerFactory.getLogger(DesktopApp.class).info("Outturn ends");
            logging.close();
        }
        ended.countDown();
    }
}
