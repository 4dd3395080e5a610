package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.outturn.app.Program;
import org.outturn.app.Surroundings;
import org.outturn.app.Wiring;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.vault.MemoryVault;
import org.outturn.logging.SecretRedactor;
import org.outturn.settings.AppFolders;
import org.outturn.ui.common.ThemeSwitcher;
import org.outturn.ui.main.Navigation;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole program, as its start makes it, in a home folder of its own. */
public final class ProgramWindow implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final ChosenPaths choosers = new ChosenPaths();
    private final MemoryVault vault = new MemoryVault();
    private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    private final Program program;
    private final Wiring wiring;
    private final Stage stage;

    private ProgramWindow(
            Path home, Clock clock, Map<String, String> environment, SecretRedactor redactor) {
        Surroundings around = surroundings(home, clock, environment, redactor);
        program = Fx.get(() -> new Program(around, _ -> choosers));
        stage = Fx.get(Stage::new);
        wiring =
                Fx.get(() -> {
                    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> uncaught.add(e));
                    return program.showFirst(stage);
                });
    }

    /**
     * @param home of the operator: AWS files in {@code .aws}, everything of the program beside it
     */
    public static ProgramWindow show(Path home) {
        return show(home, Clock.systemDefaultZone());
    }

    public static ProgramWindow show(Path home, Clock clock) {
        return show(home, clock, Map.of());
    }

    /**
     * @param environment the variables that it sees
     */
    public static ProgramWindow show(Path home, Clock clock, Map<String, String> environment) {
        return show(home, clock, environment, new SecretRedactor());
    }

    /**
     * @param redactor told of every secret that comes in
     */
    public static ProgramWindow show(
            Path home, Clock clock, Map<String, String> environment, SecretRedactor redactor) {
        // the mouse gets where it goes in few steps: it sleeps after each
        System.setProperty("testfx.robot.move_max_count", "3");
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not start", e);
        }
        Platform.setImplicitExit(false);
        return new ProgramWindow(home, clock, environment, redactor);
    }

    private Surroundings surroundings(
            Path home, Clock clock, Map<String, String> environment, SecretRedactor redactor) {
        var folders =
                new AppFolders(
                        home.resolve("config"),
                        home.resolve("cache"),
                        home.resolve("state"),
                        home.resolve("logs"));
        return new Surroundings(
                folders,
                environment,
                ProfileFiles.of(environment, home),
                redactor,
                vault,
                clock,
                Locale.ENGLISH);
    }

    public FxRobot robot() {
        return robot;
    }

    /** The keyring, which is in memory: not every machine has one. */
    public MemoryVault vault() {
        return vault;
    }

    public ChosenPaths choosers() {
        return choosers;
    }

    /** All windows. */
    public Program program() {
        return program;
    }

    public Navigation navigation() {
        return wiring.navigation();
    }

    public Navigation.Models models() {
        return wiring.models();
    }

    public StartPage start() {
        return new StartPage(this);
    }

    public BrowserPane browser() {
        return new BrowserPane(this);
    }

    public PlacesPane places() {
        return new PlacesPane(this);
    }

    public OutputsPane outputs() {
        return new OutputsPane(this);
    }

    public InspectorPane inspector() {
        return new InspectorPane(this);
    }

    public TransfersPane transfers() {
        return new TransfersPane(this);
    }

    public Sheet sheet() {
        return new Sheet(this);
    }

    public Toasts toasts() {
        return new Toasts(this);
    }

    public Scene scene() {
        return Fx.get(stage::getScene);
    }

    /** The first node that fits a CSS selector, waited for until it is visible. */
    public Node node(String selector) {
        Fx.until(
                selector + " is shown",
                () -> {
                    Node found = stage.getScene().lookup(selector);
                    return found != null && Fx.isShown(found);
                });
        // what is in scroll panes and the like is there with the layout only
        Fx.pulse(scene());
        return Fx.get(() -> stage.getScene().lookup(selector));
    }

    /** As {@link #node}, of a kind; also while it is not visible. */
    public <T extends Node> T part(Class<T> kind, String selector) {
        return kind.cast(Fx.get(() -> stage.getScene().lookup(selector)));
    }

    public boolean isShown(String selector) {
        return Fx.get(() -> {
            Node found = stage.getScene().lookup(selector);
            return found != null && Fx.isShown(found);
        });
    }

    public void click(String selector) {
        Node node = node(selector);
        Fx.until(selector + " is enabled", () -> !node.isDisabled());
        click(node);
    }

    public void click(Node node) {
        settled(node);
        robot.clickOn(node);
    }

    public void doubleClick(Node node) {
        settled(node);
        robot.doubleClickOn(node);
    }

    /**
     * Waits until a node is laid out, stays where it is, and nothing covers it: else the click
     * would miss it.
     */
    private void settled(Node node) {
        stays(node);
        Fx.untilThat(
                () -> OnTop.inTheWay(node),
                covering -> assertThat(covering).as("what covers %s", node).isEmpty());
        stays(node);
    }

    private void stays(Node node) {
        var before = new AtomicReference<Optional<Bounds>>(Optional.empty());
        await(node + " stays where it is")
                .atMost(Fx.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    Fx.pulse(scene());
                    Optional<Bounds> now =
                            Fx.get(() ->
                                    Optional.ofNullable(
                                            node.localToScreen(node.getLayoutBounds())));
                    return now.isPresent() && now.equals(before.getAndSet(now));
                });
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** The text in the clipboard; empty when there is none. */
    public String clipboard() {
        return Fx.get(() -> {
            String text = Clipboard.getSystemClipboard().getString();
            return text == null ? "" : text;
        });
    }

    public void clearClipboard() {
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
    }

    /** Goes to an address as an operator does who pastes it into the search field. */
    public void goTo(String address) {
        search(address);
        press(KeyCode.ENTER);
    }

    /** Puts a text into the search field, which has the keyboard afterwards. */
    public void search(String text) {
        var field = part(TextField.class, "#search");
        click("#search");
        Fx.run(() -> field.setText(text));
    }

    public void theme(ThemeSwitcher.Choice choice) {
        Fx.run(() -> wiring.theme().choose(choice));
    }

    /** Draws the window into a PNG file. */
    public void picture(Path file) {
        var image = Fx.get(() -> stage.getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws it light and dark, wide and narrow, to be looked at. */
    public void pictures(String name) {
        Path folder = Path.of("target", "pictures");
        for (ThemeSwitcher.Choice theme :
                List.of(ThemeSwitcher.Choice.DARK, ThemeSwitcher.Choice.LIGHT)) {
            Fx.run(() -> wiring.theme().choose(theme));
            for (int width : new int[] {900, 1280}) {
                Fx.run(() -> {
                    stage.setWidth(width);
                    stage.setHeight(width == 900 ? 600 : 800);
                });
                Fx.pulse(scene());
                Fx.pulse(scene());
                picture(
                        folder.resolve(
                                name
                                        + "-"
                                        + theme.name().toLowerCase(Locale.ROOT)
                                        + width
                                        + ".png"));
            }
        }
    }

    /** What went wrong on the JavaFX thread without anybody having dealt with it. */
    public List<Throwable> uncaught() {
        return List.copyOf(uncaught);
    }

    @Override
    public void close() {
        Fx.run(() -> {
            stage.hide();
            program.close();
        });
    }
}
