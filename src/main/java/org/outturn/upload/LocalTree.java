package org.outturn.upload;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;

/**
 * Walks one dropped file or folder. Never follows a link to a folder, so it ends; takes a link to a
 * file only if that file lies in the dropped folder too. What was dropped may be a link itself:
 * that the operator has chosen.
 */
final class LocalTree extends SimpleFileVisitor<Path> {
    private static final char UNDECODABLE = '\uFFFD';

    private final Path root;
    private final String rootName;
    private final List<LocalFile> found;
    private final Cancellation cancellation;
    private final Runnable step;

    /** How many entries each folder on the way down has shown so far. */
    private final Deque<int[]> entries = new ArrayDeque<>();

    private LocalTree(
            Path root,
            String rootName,
            List<LocalFile> found,
            Cancellation cancellation,
            Runnable step) {
        this.root = root;
        this.rootName = rootName;
        this.found = found;
        this.cancellation = cancellation;
        this.step = step;
    }

    /**
     * @param absolute what was dropped
     * @param step run for each thing found
     * @return in no particular order
     */
    static List<LocalFile> walk(Path absolute, Cancellation cancellation, Runnable step) {
        String name = absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        List<LocalFile> found = new ArrayList<>();
        try {
            Path real = absolute.toRealPath();
            Files.walkFileTree(real, new LocalTree(real, name, found, cancellation, step));
        } catch (IOException e) {
            found.add(LocalFile.without(absolute, composed(name), reasonOf(e)));
        }
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        cancellation.check();
        count();
        entries.push(new int[1]);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
        boolean empty = entries.pop()[0] == 0;
        if (broken != null) {
            add(LocalFile.without(folder, name(folder), reasonOf(broken)));
        } else if (empty) {
            add(LocalFile.without(folder, name(folder), UploadReason.EMPTY_FOLDER));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        cancellation.check();
        count();
        add(file, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        count();
        add(LocalFile.without(file, name(file), reasonOf(e)));
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) {
        BasicFileAttributes real = attributes;
        UploadReason problem = null;
        try {
            if (JunkFiles.isJunk(file.getFileName().toString())) {
                problem = UploadReason.JUNK;
            } else if (attributes.isSymbolicLink()) {
                real = Files.readAttributes(file, BasicFileAttributes.class);
                boolean inside = file.toRealPath().startsWith(root);
                problem = inside && real.isRegularFile() ? null : UploadReason.LINK;
            } else if (!attributes.isRegularFile()) {
                problem = UploadReason.SPECIAL_FILE;
            }
            if (problem == null && !Files.isReadable(file)) {
                problem = UploadReason.UNREADABLE;
            }
        } catch (IOException e) {
            // a link to nothing, or round in a circle
            problem = UploadReason.LINK;
        }
        add(
                new LocalFile(
                        file,
                        name(file),
                        real.size(),
                        real.lastModifiedTime().toInstant(),
                        problem));
    }

    private void add(LocalFile file) {
        boolean undecodable = file.problem() == null && file.name().indexOf(UNDECODABLE) >= 0;
        found.add(
                undecodable
                        ? LocalFile.without(file.file(), file.name(), UploadReason.NAME_UNREADABLE)
                        : file);
        step.run();
    }

    private void count() {
        if (!entries.isEmpty()) {
            entries.peek()[0]++;
        }
    }

    private String name(Path path) {
        StringBuilder name = new StringBuilder(rootName);
        if (!path.equals(root)) {
            for (Path segment : root.relativize(path)) {
                name.append(name.isEmpty() ? "" : "/").append(segment);
            }
        }
        return composed(name.toString());
    }

    /**
     * macOS hands out names taken apart into letters and accents (NFD); composed, the same name
     * gives the same key from every system.
     */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static UploadReason reasonOf(IOException e) {
        return e instanceof NoSuchFileException ? UploadReason.VANISHED : UploadReason.UNREADABLE;
    }
}
