package org.outturn.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.stage.Stage;
import org.outturn.connection.Connection;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.main.Windows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program: what its windows share, and which windows there are. Used on the JavaFX thread but
 * for {@link #closeServices}.
 */
public final class Program implements AutoCloseable, Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Shared shared;
    private final Function<Stage, FileChoosers> choosers;
    private final List<Wiring> open = new CopyOnWriteArrayList<>();
    private final Set<Thread> closing = ConcurrentHashMap.newKeySet();

    /**
     * @param choosers gives a window the system's choosers, or what stands in for them on a screen
     *     that has none
     */
    public Program(Surroundings surroundings, Function<Stage, FileChoosers> choosers) {
        this.shared = new Shared(surroundings);
        this.choosers = choosers;
    }

    /** Shows the first window and begins. */
    public Wiring showFirst(Stage stage) {
        Wiring window = add(stage);
        window.showFirst();
        return window;
    }

    @Override
    public void openAnother() {
        another();
    }

    @Override
    public void openAnother(Connection connection) {
        if (!bringForward(connection)) {
            another().navigation().connect(connection);
        }
    }

    private Wiring another() {
        var stage = new Stage();
        Wiring window = add(stage);
        window.showAnother();
        open.stream()
                .filter(other -> other != window)
                .reduce((_, last) -> last)
                .ifPresent(last -> window.stage().standBeside(last.stage()));
        return window;
    }

    @Override
    public boolean bringForward(Connection connection) {
        Optional<Wiring> there =
                open.stream().filter(window -> window.navigation().has(connection)).findFirst();
        there.ifPresent(window -> window.stage().bringForward());
        return there.isPresent();
    }

    /** The windows, in the order in which they were opened. */
    public List<Wiring> windows() {
        return List.copyOf(open);
    }

    private Wiring add(Stage stage) {
        var window = new Wiring(shared, this, stage, choosers.apply(stage));
        window.stage().onHidden(() -> gone(window));
        open.add(window);
        return window;
    }

    /** What a closed window still runs ends in the background: the others go on. */
    private void gone(Wiring window) {
        if (open.remove(window)) {
            window.leave();
            Thread closer =
                    Thread.ofVirtual()
                            .name("close a window")
                            .unstarted(() -> {
                                try {
                                    window.closeServices();
                                } finally {
                                    // a thread that is kept keeps the window
                                    closing.remove(Thread.currentThread());
                                }
                            });
            closing.add(closer);
            closer.start();
        }
    }

    /** Ends everything: transfers, listings, the sample server. Bounded to a few seconds. */
    @Override
    public void close() {
        open.forEach(Wiring::leave);
        closeServices();
    }

    /**
     * The part of {@link #close()} that must not be left out: it changes nothing on the screen, and
     * so may run on another thread once the JavaFX thread takes no more work.
     */
    void closeServices() {
        open.forEach(window -> window.stage().rememberPlace());
        open.forEach(Wiring::closeServices);
        try {
            for (Thread thread : List.copyOf(closing)) {
                thread.join();
            }
        } catch (InterruptedException e) {
            LOG.warn("a window did not close in time");
            Thread.currentThread().interrupt();
        }
        shared.close();
    }
}
