package org.outturn.connection.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How some files were when they were looked at last. */
public final class FileStates {
    private final List<Path> places;
    private final Map<Path, FileState> states;

    private FileStates(List<Path> places, Map<Path, FileState> states) {
        this.places = List.copyOf(places);
        this.states = states;
    }

    /**
     * Looks at files.
     *
     * @param places files, or folders whose files are meant; need not be there
     */
    public static FileStates of(List<Path> places) {
        return unseen(places).again();
    }

    /** Files that nobody has looked at yet: as if none were there. */
    static FileStates unseen(List<Path> places) {
        return new FileStates(places, Map.of());
    }

    /** Looks again; reads only what may have changed. */
    public FileStates again() {
        Map<Path, FileState> now = new TreeMap<>();
        for (Path place : places) {
            files(place).forEach(file -> now.put(file, look(file)));
        }
        return new FileStates(places, now);
    }

    private FileState look(Path file) {
        FileState before = states.get(file);
        return before == null ? FileState.of(file) : before.again(file);
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (IOException e) {
            // gone, or not ours to read: as if it were empty
            return List.of();
        }
    }

    /** Whether the content of one of the files is another, or one has come or gone. */
    public boolean differ(FileStates other) {
        return Stream.concat(states.keySet().stream(), other.states.keySet().stream())
                .distinct()
                .anyMatch(file -> differ(states.get(file), other.states.get(file)));
    }

    private static boolean differ(@Nullable FileState one, @Nullable FileState other) {
        if (one == null || other == null) {
            FileState known = one == null ? other : one;
            return known != null && known.isThere();
        }
        return one.differs(other);
    }
}
