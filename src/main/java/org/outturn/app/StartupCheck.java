package org.outturn.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in plain words why no window can open here, before JavaFX says it in its own: on Linux a
 * display, a few system libraries and a font must be there. Loads no JavaFX class; takes
 * milliseconds unless the display is on another machine (at most two seconds then).
 */
public final class StartupCheck {
    /** Exit code of a program that could not open its window for a reason that was named. */
    public static final int NO_WINDOW_POSSIBLE = 2;

    private static final String TOUR =
            "In a source checkout, \"mvn -Ptour verify\" shows the program at work without a display: it"
                    + " leaves pictures in target/tour.";

    private final String osName;
    private final boolean headless;
    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param osName the name of the system, as in the property {@code os.name}
     * @param headless whether JavaFX draws into memory alone, which needs no display
     * @param root the folder that stands for {@code /}
     * @param environment the environment of the process
     */
    StartupCheck(String osName, boolean headless, Path root, Map<String, String> environment) {
        this.osName = osName;
        this.headless = headless;
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    /** Of the process that asks. */
    public static StartupCheck ofThisMachine() {
        return new StartupCheck(
                System.getProperty("os.name", ""),
                System.getProperty("glass.platform", "").equalsIgnoreCase("Headless"),
                Path.of("/"),
                System.getenv());
    }

    /**
     * Why no window can open and what to do, in a few plain lines; empty when nothing stands in the
     * way.
     */
    public Optional<String> obstacle() {
        if (!osName.equals("Linux")) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(softwareObstacle());
        if (!headless) {
            lines.addAll(displayObstacle());
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (!headless) {
            lines.add(TOUR);
        }
        return Optional.of(String.join("\n", lines));
    }

    /** What to say when a display answered at first and then refused JavaFX's connection. */
    public static String displayRefused() {
        return String.join(
                "\n",
                "Outturn cannot open its window: the display refuses this user (DISPLAY is set, but the"
                        + " X server does not accept the connection).",
                "Start it as the user who is logged in at that display; \"sudo\" and \"su\" do not hand"
                        + " the permission on (XAUTHORITY).",
                TOUR);
    }

    private List<String> displayObstacle() {
        return new DisplayCheck(root, environment)
                .obstacle()
                .map(reason ->
                        List.of(
                                "Outturn cannot open its window: " + reason + ".",
                                "Start it in a desktop session, or log in with \"ssh -X\"."))
                .orElse(List.of());
    }

    private List<String> softwareObstacle() {
        LibraryFinder finder = new LibraryFinder(root, environment);
        List<SystemLibrary> missing =
                Arrays.stream(SystemLibrary.values())
                        .filter(library -> !headless || library.use() == SystemLibrary.Use.TEXT)
                        .filter(library -> !finder.has(library.soname()))
                        .toList();
        boolean noFont = !new FontFinder(root, environment).hasAny();
        String names =
                Stream.concat(
                                missing.stream()
                                        .filter(library -> library.use() != SystemLibrary.Use.SPEED)
                                        .map(SystemLibrary::soname),
                                noFont ? Stream.of("any font") : Stream.empty())
                        .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return List.of();
        }
        return List.of(
                "Outturn cannot draw its window: this system lacks " + names + ".",
                "Debian, Ubuntu: sudo apt-get install "
                        + packages(
                                missing.stream().map(SystemLibrary::debian),
                                noFont,
                                "fonts-dejavu-core"),
                "Fedora: sudo dnf install "
                        + packages(
                                missing.stream().map(SystemLibrary::fedora),
                                noFont,
                                "dejavu-sans-fonts"));
    }

    private static String packages(Stream<String> libraries, boolean noFont, String font) {
        return Stream.concat(libraries, noFont ? Stream.of(font) : Stream.empty())
                .collect(Collectors.joining(" "));
    }
}
