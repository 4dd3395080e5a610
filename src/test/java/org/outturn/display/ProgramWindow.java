package org.outturn.display;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.stage.Stage;
import org.outturn.app.Program;
import org.outturn.app.Surroundings;
import org.outturn.app.Wiring;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingRow;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.logging.SecretRedactor;
import org.outturn.sample.SampleServer;
import org.outturn.settings.AppFolders;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.FileChoosers;
import org.outturn.ui.main.Navigation;
import org.testfx.api.FxToolkit;

/** The real program in its real window, in this process, below the other programs' windows. */
final class ProgramWindow implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Stage stage;
    private final Program program;
    private final Wiring wiring;
    private final AppFolders folders;

    private final AtomicBoolean dragging = new AtomicBoolean();

    private ProgramWindow(Stage stage, Program program, Wiring wiring, AppFolders folders) {
        this.stage = stage;
        this.program = program;
        this.wiring = wiring;
        this.folders = folders;
    }

    /**
     * Opens the window on a server.
     *
     * @param home an empty folder: the profile that leads to the server is written there
     */
    static ProgramWindow open(Path home, SampleServer server) throws IOException, TimeoutException {
        writeProfile(home, server);
        var folders =
                new AppFolders(
                        home.resolve("config"),
                        home.resolve("cache"),
                        home.resolve("state"),
                        home.resolve("logs"));
        // starts JavaFX; later calls find it running
        FxToolkit.registerPrimaryStage();
        ProgramWindow window =
                onScreen(() -> {
                    Platform.setImplicitExit(false);
                    var program =
                            new Program(
                                    new Surroundings(
                                            folders,
                                            Map.of(),
                                            ProfileFiles.of(Map.of(), home),
                                            new SecretRedactor(),
                                            Clock.systemDefaultZone(),
                                            Locale.ENGLISH),
                                    _ -> new NoChoosers());
                    var stage = new Stage();
                    Wiring wiring = program.showFirst(stage);
                    stage.setX(0);
                    stage.setY(120);
                    stage.setWidth(1280);
                    stage.setHeight(800);
                    var opened = new ProgramWindow(stage, program, wiring, folders);
                    opened.watchDrags();
                    return opened;
                });
        await("the profile is read")
                .atMost(LONG)
                .until(() -> onScreen(() -> !window.models().connection().connections().isEmpty()));
        onScreen(() -> {
            window.wiring
                    .navigation()
                    .connect(window.models().connection().connections().getFirst());
            return true;
        });
        await("the server answers")
                .atMost(LONG)
                .until(() -> onScreen(() -> window.models().main().openProperty().get() != null));
        return window;
    }

    static void writeProfile(Path home, SampleServer server) throws IOException {
        Path aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                aws.resolve("config"),
                "[profile outputs]%nregion = %s%nendpoint_url = %s%n"
                        .formatted(server.region(), server.endpoint()));
        Files.writeString(
                aws.resolve("credentials"),
                "[outputs]%naws_access_key_id = %s%naws_secret_access_key = %s%n"
                        .formatted(server.accessKey(), server.secretKey()));
    }

    /** Does something on the JavaFX thread and waits for it. */
    static <T> T onScreen(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Navigation.Models models() {
        return wiring.models();
    }

    /** Goes to a place and waits until all of it is listed and on the screen. */
    void goTo(Prefix place, String... names) {
        onScreen(() -> {
            models().browser().open(place);
            return true;
        });
        awaitRows(place, names);
    }

    /** Waits until exactly these rows are listed, whatever their order. */
    void awaitRows(Prefix place, String... names) {
        await("the rows of " + place)
                .atMost(LONG)
                .until(() ->
                        onScreen(() -> {
                            var state = models().browser().stateProperty().get();
                            return state != null
                                    && state.completeness() instanceof Completeness.Complete
                                    && place.equals(models().browser().locationProperty().get())
                                    && names().equals(List.of(names).stream().sorted().toList());
                        }));
        await("they can be clicked")
                .atMost(LONG)
                .until(() -> List.of(names).stream().allMatch(name -> row(name).isPresent()));
    }

    private List<String> names() {
        return models().browser().rows().stream().map(ListingRow::name).sorted().toList();
    }

    /** Where on the display a row can be pressed. */
    Point2D pointOf(String name) {
        return row(name).orElseThrow();
    }

    private Optional<Point2D> row(String name) {
        return onScreen(() ->
                table().lookupAll(".table-row-cell").stream()
                        .map(node -> (TableRow<?>) node)
                        .filter(row ->
                                row.getItem() instanceof ListingRow item
                                        && item.name().equals(name))
                        .findFirst()
                        .map(row -> {
                            Bounds bounds = row.localToScreen(row.getLayoutBounds());
                            return new Point2D(bounds.getMinX() + 80, bounds.getCenterY());
                        }));
    }

    /** The empty part of the table, below its rows. */
    Point2D pointBelowRows() {
        return onScreen(() -> {
            Bounds bounds = table().localToScreen(table().getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getMaxY() - 40);
        });
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup("#table");
    }

    List<String> selected() {
        return onScreen(() ->
                models().browser().selectionProperty().get().stream()
                        .map(ListingRow::name)
                        .sorted()
                        .toList());
    }

    /** The text of the hint that says where files would fall, while it shows. */
    Optional<String> dropHint() {
        return onScreen(() -> {
            Node hint = stage.getScene().lookup("#dropHint");
            return hint.isVisible()
                    ? Optional.of(((Labeled) hint.lookup("#dropText")).getText())
                    : Optional.empty();
        });
    }

    /** Whether a notice with this text shows in the corner. */
    boolean says(String text) {
        return onScreen(() ->
                stage.getScene().getRoot().lookupAll(".notification").stream()
                        .anyMatch(toast -> text.equals(toast.getAccessibleText())));
    }

    /** Whether rows are being dragged; seen when they hover over this window. */
    boolean isDragging() {
        return dragging.get();
    }

    private void watchDrags() {
        table().addEventFilter(DragEvent.DRAG_OVER, _ -> dragging.set(true));
        table().addEventFilter(DragEvent.DRAG_DONE, _ -> dragging.set(false));
    }

    /** How many transfers there are or have been. */
    int transfers() {
        return onScreen(() -> models().transfers().transfers().size());
    }

    AppFolders folders() {
        return folders;
    }

    @Override
    public void close() {
        onScreen(() -> {
            stage.close();
            program.close();
            return true;
        });
    }

    private static final class NoChoosers implements FileChoosers {
        @Override
        public Optional<Path> fileToSave(String title, String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
