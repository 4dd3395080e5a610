package org.outturn.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Hands and eyes at the window: mouse and keys through JavaFX's own robot, waiting for what ought
 * to appear.
 */
final class Actor {
    private static final long PATIENCE_SECONDS = 30;

    private final Stage stage;
    private final Robot robot;

    Actor(Stage stage) throws Exception {
        this.stage = stage;
        this.robot = onScreen(Robot::new);
    }

    /** Runs something on the JavaFX thread and waits for it. */
    static <T> T onScreen(Callable<T> work) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return work.call();
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static void act(Runnable work) throws Exception {
        onScreen(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Waits until something is so.
     *
     * @throws TimeoutException naming what did not come
     */
    static void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onScreen(holds)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("waited in vain: " + what);
            }
            // one frame, so that the screen can change
            TimeUnit.MILLISECONDS.sleep(16);
        }
    }

    Scene scene() {
        return stage.getScene();
    }

    /** The visible node of an id, in this window or in a menu above it. */
    Node node(String id) throws Exception {
        until("#" + id, () -> find(n -> id.equals(n.getId())) != null);
        return onScreen(() -> find(n -> id.equals(n.getId())));
    }

    <T extends Node> T node(String id, Class<T> type) throws Exception {
        return type.cast(node(id));
    }

    /** Whether a text can be read anywhere in the window. */
    boolean reads(String text) throws Exception {
        return onScreen(() -> find(n -> shown(n).contains(text)) != null);
    }

    void untilReads(String text) throws Exception {
        until("the text \"" + text + "\"", () -> reads(text));
    }

    /** The first line of text that satisfies a wish. */
    String text(Predicate<String> wish) throws Exception {
        Node found = onScreen(() -> find(n -> wish.test(shown(n))));
        return found == null ? "" : shown(found);
    }

    /** What a node shows itself; empty when it shows nothing. */
    private static String shown(Node node) {
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text words -> words.getText();
                    default -> "";
                };
        return text == null ? "" : text;
    }

    private @Nullable Node find(Predicate<Node> wish) {
        // menus and other windows above this one first
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        for (Window window : windows) {
            Node found = window.getScene() == null ? null : find(window.getScene().getRoot(), wish);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Node find(Node node, Predicate<Node> wish) {
        if (!node.isVisible()) {
            return null;
        }
        if (wish.test(node) && !(node instanceof IndexedCell<?> cell && cell.isEmpty())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, wish);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    void click(String id) throws Exception {
        click(node(id), 1);
    }

    /** Clicks what shows exactly this text. */
    void clickText(String text, int times) throws Exception {
        Predicate<Node> shows = n -> n instanceof Labeled l && text.equals(l.getText());
        until("\"" + text + "\"", () -> find(shows) != null);
        click(onScreen(() -> find(shows)), times);
    }

    void click(Node node, int times) throws Exception {
        act(() -> {
            Bounds at = node.localToScreen(node.getLayoutBounds());
            // the left part: labels are narrower than their cells
            robot.mouseMove(
                    at.getMinX() + Math.min(at.getWidth() / 2, 60),
                    at.getMinY() + at.getHeight() / 2);
        });
        settle();
        // in one go: two clicks that a busy machine holds apart are no double click
        act(() -> {
            for (int i = 0; i < times; i++) {
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        });
        settle();
    }

    void keys(KeyCode... codes) throws Exception {
        act(() -> {
            Arrays.stream(codes).forEach(robot::keyPress);
            Arrays.stream(codes).sorted(Comparator.reverseOrder()).forEach(robot::keyRelease);
        });
        settle();
    }

    /** Lets what was caused happen: two pulses. */
    static void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            act(() -> {});
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Writes what the window shows as a PNG. */
    void picture(Path file) throws Exception {
        settle();
        WritableImage shot = onScreen(() -> scene().snapshot(null));
        write(shot, file);
    }

    private static void write(WritableImage shot, Path file) throws IOException {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = shot.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG writer");
        }
    }

    /**
     * All texts that can be read now, for a report of what was seen when something else was
     * expected.
     */
    List<String> everything() throws Exception {
        return onScreen(() -> texts(scene().getRoot()).filter(t -> !t.isBlank()).toList());
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<String> own =
                node instanceof Labeled labeled && labeled.getText() != null
                        ? Stream.of(labeled.getText())
                        : Stream.empty();
        return node instanceof Parent parent
                ? Stream.concat(
                        own, parent.getChildrenUnmodifiable().stream().flatMap(Actor::texts))
                : own;
    }
}
