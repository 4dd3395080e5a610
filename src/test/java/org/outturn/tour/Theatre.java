package org.outturn.tour;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.outturn.app.Program;
import org.outturn.app.Surroundings;
import org.outturn.app.Wiring;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.logging.Logging;
import org.outturn.logging.SecretRedactor;
import org.outturn.settings.AppFolders;
import org.outturn.testkit.SecretScan;
import org.outturn.ui.common.FileChoosers;
import org.slf4j.LoggerFactory;

/** The program with an empty home of its own, as on a machine where it never ran. */
final class Theatre implements AutoCloseable {
    /** What the choosers answer: the only thing that stands in for the real one. */
    final List<Path> chosenFiles = new ArrayList<>();

    final Path home;
    final Path pictures;
    final Wiring wiring;
    private final Program program;
    final Actor actor;
    private final Logging logging;

    /** What must be nowhere: neither in a file nor in the window. */
    final SecretScan scan = new SecretScan();

    private Optional<Path> chosenFolder = Optional.empty();
    private boolean ended;

    Theatre(Path pictures) throws Exception {
        this.pictures = pictures;
        this.home = Files.createTempDirectory("outturn-tour");
        var redactor = new SecretRedactor();
        var folders =
                new AppFolders(
                        home.resolve("config"),
                        home.resolve("cache"),
                        home.resolve("state"),
                        home.resolve("logs"));
        this.logging = Logging.start(folders.logs(), redactor);
        // at its most talkative, for the search for secrets
        ((Logger) LoggerFactory.getLogger("org.outturn")).setLevel(Level.TRACE);
        var surroundings =
                new Surroundings(
                        folders,
                        Map.of(),
                        ProfileFiles.of(Map.of(), home),
                        redactor,
                        Clock.systemDefaultZone(),
                        Locale.ENGLISH);
        this.program = Actor.onScreen(() -> new Program(surroundings, _ -> new Choosers()));
        Stage stage = Actor.onScreen(Stage::new);
        this.wiring =
                Actor.onScreen(() -> {
                    Wiring made = program.showFirst(stage);
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1280);
                    stage.setHeight(800);
                    return made;
                });
        this.actor = new Actor(stage);
    }

    void choose(Path folder) {
        chosenFolder = Optional.of(folder);
    }

    void picture(String name) throws Exception {
        actor.picture(pictures.resolve(name + ".png"));
        List<String> told = scan.in(String.join("\n", actor.everything()));
        if (!told.isEmpty()) {
            throw new AssertionError("in the window: " + told);
        }
    }

    /** Ends the program; its files stay. */
    void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        try {
            Actor.act(program::close);
        } catch (Exception e) {
            throw new IOException("the program did not end in order", e);
        }
        logging.close();
    }

    @Override
    public void close() throws IOException {
        end();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private final class Choosers implements FileChoosers {
        @Override
        public Optional<Path> fileToSave(String title, String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title) {
            return List.copyOf(chosenFiles);
        }

        @Override
        public Optional<Path> folder(String title) {
            return chosenFolder;
        }
    }
}
