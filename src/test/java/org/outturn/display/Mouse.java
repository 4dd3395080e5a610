package org.outturn.display;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;

/** The mouse of the display, moved by {@code xdotool}: every program on it sees it. */
final class Mouse {
    private static final int STEPS = 12;

    private Point2D at = new Point2D(1, 1);

    /**
     * @throws IllegalStateException if there is no display or no xdotool
     */
    Mouse() {
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            throw new IllegalStateException(
                    "These tests need a display: xvfb-run -a -s '-screen 0 1280x1024x24' mvn -Pdisplay test");
        }
        moveTo(at);
    }

    void moveTo(Point2D point) {
        xdotool("mousemove", pixel(point.getX()), pixel(point.getY()));
        at = point;
    }

    /** Moves as a hand does: over the points between. */
    void glideTo(Point2D point) {
        Point2D from = at;
        for (int step = 1; step <= STEPS; step++) {
            moveTo(from.interpolate(point, (double) step / STEPS));
        }
    }

    void press() {
        xdotool("mousedown", "1");
    }

    void release() {
        xdotool("mouseup", "1");
    }

    void click(Point2D point) {
        moveTo(point);
        press();
        release();
    }

    /** Clicks while a key is held. */
    void click(Point2D point, String key) {
        xdotool("keydown", key);
        try {
            click(point);
        } finally {
            xdotool("keyup", key);
        }
    }

    /**
     * Trembles until something is seen: a program that is dragged over answers movements, not time.
     */
    void trembleUntil(String what, Callable<Boolean> seen) {
        Point2D middle = at;
        await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(40))
                .until(() -> {
                    double away = at.equals(middle) ? 2 : 0;
                    moveTo(middle.add(away, 0));
                    return seen.call();
                });
    }

    /** Presses a key in another program's window until something is seen. */
    void pressKeyUntil(String key, String window, Callable<Boolean> seen) {
        await(key + " is answered")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    boolean done = seen.call();
                    if (!done) {
                        xdotool("windowfocus", window);
                        xdotool("key", key);
                    }
                    return done;
                });
    }

    /** The number of the window whose title matches, once it is shown. */
    static List<String> windows(String title) {
        return run(true, List.of("search", "--onlyvisible", "--name", title)).lines().toList();
    }

    private static void xdotool(String... arguments) {
        run(false, List.of(arguments));
    }

    private static String pixel(double position) {
        return Long.toString(Math.round(position));
    }

    private static String run(boolean mayFail, List<String> arguments) {
        var command = new ArrayList<>(List.of("xdotool"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("xdotool hangs: " + arguments);
            }
            if (process.exitValue() != 0 && !mayFail) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException("These tests need xdotool: apt-get install xdotool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
