package org.outturn.layouts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.layouts.LayoutFile.Origin;
import org.outturn.layouts.LayoutFile.Reading;
import org.outturn.pipeline.layout.LayoutReader;
import org.outturn.pipeline.layout.PipelineLayout;

/**
 * The folder of an operator's own layouts: each {@code *.json} right in it is one file, those whose
 * names begin with a dot left out. Blocks: not for the JavaFX thread. Safe for use by many threads.
 */
final class LayoutFolder {
    /** More files are not read: every key is tried with every form. */
    static final int MOST_FILES = 100;

    private static final String READ = "ReadLocalFile";

    private final Path folder;
    private Map<Path, Known> known = Map.of();

    /** A file as it was when it was read last. */
    private record Known(Stamp stamp, LayoutFile file) {}

    private record Stamp(long size, long modified) {}

    LayoutFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /**
     * What is there, in the order of the names. A file whose size and time are as before is not
     * read again. That there is no folder is no trouble.
     *
     * @param again reads all of them, whatever their times say
     */
    synchronized List<LayoutFile> read(boolean again) {
        List<Path> paths;
        try {
            paths = paths();
        } catch (NoSuchFileException e) {
            paths = List.of();
        } catch (IOException e) {
            known = Map.of();
            return List.of(failed(folder, e));
        }
        var next = new HashMap<Path, Known>();
        var files = new ArrayList<LayoutFile>();
        for (Path path : paths) {
            Known now = file(path, again ? null : known.get(path));
            next.put(path, now);
            files.add(now.file);
        }
        known = next;
        return withoutRepeats(files);
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(LayoutFolder::isLayoutFile).sorted().limit(MOST_FILES).toList();
        }
    }

    private static boolean isLayoutFile(Path path) {
        String name = path.getFileName().toString();
        // a pipe or a device would block for ever
        return name.endsWith(".json") && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static Known file(Path path, @Nullable Known before) {
        try {
            var stamp =
                    new Stamp(
                            Files.size(path),
                            Files.getLastModifiedTime(path)
                                    .to(java.util.concurrent.TimeUnit.NANOSECONDS));
            if (before != null && before.stamp.equals(stamp)) {
                return before;
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes(LayoutReader.MOST_BYTES + 1);
                return new Known(stamp, LayoutFile.read(Origin.OWN, path.toString(), content));
            }
        } catch (IOException e) {
            return new Known(new Stamp(-1, -1), failed(path, e));
        }
    }

    private static LayoutFile failed(Path path, IOException e) {
        return new LayoutFile(
                Origin.OWN,
                path.toString(),
                new Reading.Failed(
                        new Failure.LocalFile(
                                path.toString(),
                                new Attempt(READ, path.toString()),
                                Technical.of(e.getClass().getSimpleName()))));
    }

    /** Of two files with a layout of the same id the first one by name counts. */
    private static List<LayoutFile> withoutRepeats(List<LayoutFile> files) {
        Set<String> ids = new HashSet<>();
        var kept = new ArrayList<LayoutFile>();
        for (LayoutFile file : files) {
            var repeated =
                    file.layouts().stream()
                            .map(PipelineLayout::id)
                            .filter(ids::contains)
                            .findFirst();
            file.layouts().forEach(layout -> ids.add(layout.id()));
            kept.add(
                    repeated.map(id ->
                                    LayoutFile.broken(
                                            Origin.OWN,
                                            file.place(),
                                            "another file here has a layout \""
                                                    + id
                                                    + "\" already"))
                            .orElse(file));
        }
        return kept;
    }
}
