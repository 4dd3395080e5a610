package org.outturn.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Brings what changes often to the screen at a bearable rate: every tick it asks each source for
 * its latest state on the JavaFX thread, however many events there were in between.
 */
public final class SnapshotPump {
    private final List<Runnable> sources = new ArrayList<>();
    private final Timeline timeline;

    /**
     * @param tick the time between two looks
     */
    public SnapshotPump(Duration tick) {
        timeline = new Timeline(new KeyFrame(tick, _ -> pump()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Looks about ten times a second. */
    public static SnapshotPump atScreenRate() {
        return new SnapshotPump(Duration.millis(100));
    }

    /**
     * Adds a source; call it on the JavaFX thread.
     *
     * @param source takes the latest state to the screen, or does nothing when nothing has changed
     */
    public void add(Runnable source) {
        sources.add(source);
        timeline.play();
    }

    /** Looks once, now. */
    public void pump() {
        List.copyOf(sources).forEach(Runnable::run);
    }

    public void stop() {
        timeline.stop();
    }
}
