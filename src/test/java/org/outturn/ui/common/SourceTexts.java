package org.outturn.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the program's own sources and resources say, read as text. */
final class SourceTexts {
    private static final Path MAIN = Path.of("src", "main");

    private SourceTexts() {}

    /** The first group of a pattern wherever it fits in files of an ending. */
    static SortedSet<String> all(String ending, Pattern pattern) {
        var found = new TreeSet<String>();
        for (Path file : files(ending)) {
            pattern.matcher(text(file)).results().map(SourceTexts::first).forEach(found::add);
        }
        return found;
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
