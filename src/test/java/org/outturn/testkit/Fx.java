package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.assertj.core.api.ThrowingConsumer;

/** The JavaFX thread, for tests: work on it, and conditions that are asked on it. */
public final class Fx {
    /** What the program is given for anything that it does in a window. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(20);

    private Fx() {}

    /** Runs something on the JavaFX thread, here if this is it, and returns what it gives. */
    public static <T> T get(Callable<T> work) {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread does not answer", e);
        }
    }

    /** Runs something on the JavaFX thread, and waits for it. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something is true, {@link #PATIENCE} at most. */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        assertThat(Platform.isFxApplicationThread()).as("nobody waits here").isFalse();
        await(what)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> get(condition));
    }

    /** Waits until what something gives passes a check, and says otherwise what it was. */
    public static <T> void untilThat(Callable<T> what, ThrowingConsumer<T> check) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .untilAsserted(() -> check.accept(get(what)));
    }

    /** Waits until a scene has been laid out once more. */
    public static void pulse(Scene scene) {
        var laidOut = new CountDownLatch(1);
        Runnable listener = laidOut::countDown;
        run(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        try {
            assertThat(laidOut.await(10, TimeUnit.SECONDS)).as("a pulse").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            run(() -> scene.removePostLayoutPulseListener(listener));
        }
    }

    /** Whether a node and all that it is in are visible. */
    public static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
