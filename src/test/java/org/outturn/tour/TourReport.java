package org.outturn.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of {@code report.txt}: what was done, what was seen, how long it took. */
final class TourReport {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    TourReport(Path file) {
        this.file = file;
    }

    void done(String step, String did, String saw, long millis) throws IOException {
        line("%-4s %-52s %s  [%d ms]".formatted(step, did, saw, millis));
    }

    void failed(String step, String did, Throwable why) throws IOException {
        line("%-4s %-52s FAILED: %s".formatted(step, did, why));
    }

    /** Written line by line: a tour that dies tells how far it came. */
    private void line(String text) throws IOException {
        lines.add(text);
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
