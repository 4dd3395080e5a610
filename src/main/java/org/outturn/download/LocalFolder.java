package org.outturn.download;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/**
 * One folder of a download: which names are there already and which are given away. A folder of the
 * store becomes one of these, another one never the same.
 */
final class LocalFolder {
    /** How a name meets what is there. */
    enum Meets {
        NOTHING,
        /** A file of this very name. */
        FILE,
        /** A file of this very name that has the object's bytes already. */
        SAME,
        /** Something else: a folder, a link, or a name that only some disks tell apart. */
        OTHER
    }

    private final Path path;
    private final String name;
    private final Map<String, LocalFolder> children = new HashMap<>();
    private final Map<String, List<String>> there = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> nextNumber = new HashMap<>();

    /**
     * @param name below the chosen folder, with a slash at its end; empty for that folder itself
     */
    LocalFolder(Path path, String name) {
        this.path = path;
        this.name = name;
        if (Files.isDirectory(path)) {
            readNames();
        }
    }

    private void readNames() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String present = entry.getFileName().toString();
                there.computeIfAbsent(SafeNames.fold(present), f -> new ArrayList<>(1))
                        .add(present);
            }
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.LocalFile(
                            path.toString(),
                            new Attempt("ReadLocalFile", path.toString()),
                            Technical.of(e.getClass().getSimpleName())),
                    e);
        }
    }

    String name() {
        return name;
    }

    Path path() {
        return path;
    }

    /** The folder that this segment of a key becomes; the same one each time. */
    LocalFolder child(String segment) {
        return children.computeIfAbsent(segment, this::newChild);
    }

    private LocalFolder newChild(String segment) {
        String safe = possible(SafeNames.of(segment));
        String free = safe;
        // a link may lead anywhere, and a file holds no files
        while (given.contains(SafeNames.fold(free)) || !onlyFolders(free)) {
            free = nextNumbered(safe);
        }
        given.add(SafeNames.fold(free));
        return new LocalFolder(path.resolve(free), name + free + "/");
    }

    /** A name for a file that no other object of this download has. */
    String giveFileName(String segment) {
        String safe = possible(SafeNames.of(segment));
        String free = safe;
        while (!given.add(SafeNames.fold(free))) {
            free = nextNumbered(safe);
        }
        return free;
    }

    /** Another name for the same file, that neither an object has nor anything on the disk. */
    String giveUnusedName(String taken) {
        String free;
        do {
            free = nextNumbered(taken);
        } while (there.containsKey(SafeNames.fold(free)) || !given.add(SafeNames.fold(free)));
        return free;
    }

    Meets meets(String fileName) {
        List<String> similar = there.getOrDefault(SafeNames.fold(fileName), List.of());
        if (similar.isEmpty()) {
            return Meets.NOTHING;
        }
        // a name that is only alike may be this file on one disk and another one on the next
        boolean same = similar.stream().allMatch(n -> n.equals(fileName) && isFile(n));
        return same ? Meets.FILE : Meets.OTHER;
    }

    private boolean isFile(String present) {
        return Files.isRegularFile(path.resolve(present), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean onlyFolders(String folderName) {
        return there.getOrDefault(SafeNames.fold(folderName), List.of()).stream()
                .allMatch(n -> Files.isDirectory(path.resolve(n), LinkOption.NOFOLLOW_LINKS));
    }

    private String nextNumbered(String safe) {
        return SafeNames.numbered(safe, nextNumber.merge(safe, 2, (n, two) -> n + 1));
    }

    /** Where the system's encoding cannot write a name, it is written plainly. */
    private String possible(String safe) {
        try {
            path.getFileSystem().getPath(safe);
            return safe;
        } catch (InvalidPathException e) {
            return SafeNames.ascii(safe);
        }
    }
}
