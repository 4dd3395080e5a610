package org.outturn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether there is any font at all. JavaFX on Linux brings none, and without one fails at the first
 * text with a bare NullPointerException.
 */
final class FontFinder {
    private static final List<String> FOLDERS =
            List.of(
                    "usr/share/fonts",
                    "usr/local/share/fonts",
                    "usr/share/X11/fonts",
                    "run/current-system/sw/share/X11/fonts");
    private static final List<String> ENDINGS = List.of(".ttf", ".otf", ".ttc", ".pfb");

    /**
     * Deeper than any distribution nests its fonts; keeps a stray link from leading the search
     * astray.
     */
    private static final int DEPTH = 6;

    private final Path root;
    private final Map<String, String> environment;

    FontFinder(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * True also when fontconfig is told to look elsewhere: then the folders known here say nothing.
     */
    boolean hasAny() {
        if (environment.containsKey("FONTCONFIG_FILE")
                || environment.containsKey("FONTCONFIG_PATH")) {
            return true;
        }
        String home = environment.getOrDefault("HOME", "").replaceFirst("^/+", "");
        Stream<String> own =
                home.isEmpty()
                        ? Stream.empty()
                        : Stream.of(home + "/.local/share/fonts", home + "/.fonts");
        return Stream.concat(FOLDERS.stream(), own)
                .map(root::resolve)
                .anyMatch(FontFinder::holdsFont);
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files =
                Files.find(folder, DEPTH, (file, facts) -> !facts.isDirectory() && isFont(file))) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static boolean isFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
