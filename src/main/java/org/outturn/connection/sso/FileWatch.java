package org.outturn.connection.sso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells when files change, by looking at their times and sizes once a second: notices of the system
 * do not come from network folders, and files that are replaced by a move escape many of them.
 */
public final class FileWatch implements AutoCloseable {
    /** How often it looks. */
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private final List<Path> places;
    private final Runnable changed;
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param places files, or folders whose files are meant; need not exist
     * @param changed called on a thread of its own, after each change
     */
    public FileWatch(List<Path> places, Runnable changed) {
        this.places = List.copyOf(places);
        this.changed = changed;
        Map<Path, Seen> before = look();
        thread = Thread.ofVirtual().name("file-watch").start(() -> watch(before));
    }

    /** What a change of a file changes. */
    private record Seen(long time, long size, String identity) {}

    private void watch(Map<Path, Seen> first) {
        Map<Path, Seen> before = first;
        try {
            while (true) {
                Thread.sleep(PERIOD);
                Map<Path, Seen> now = look();
                if (!now.equals(before)) {
                    before = now;
                    changed.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Path, Seen> look() {
        Map<Path, Seen> seen = new TreeMap<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.forEach(file -> look(file, seen));
                } catch (IOException e) {
                    // gone, or not ours to read: as if it were empty
                }
            } else {
                look(place, seen);
            }
        }
        return seen;
    }

    private static void look(Path file, Map<Path, Seen> seen) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            seen.put(
                    file,
                    new Seen(
                            attributes.lastModifiedTime().toMillis(),
                            attributes.size(),
                            String.valueOf(attributes.fileKey())));
        } catch (IOException e) {
            // not there
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
