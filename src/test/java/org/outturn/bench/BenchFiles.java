package org.outturn.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** The local side: what goes up, and whether what came down is the same. */
final class BenchFiles {
    private static final int FILES_A_FOLDER = 100;
    private static final int CHUNK = 1 << 20;

    private BenchFiles() {}

    /** Writes the workload's files, of bytes that cannot be compressed, a hundred to a folder. */
    static Path write(Workload work, Path root) throws IOException {
        Path folder = root.resolve(work.folder());
        if (Files.exists(folder)) {
            return folder;
        }
        Random random = new Random(work.files());
        for (int i = 0; i < work.files(); i++) {
            Path in = folder.resolve("%03d".formatted(i / FILES_A_FOLDER));
            if (i % FILES_A_FOLDER == 0) {
                Files.createDirectories(in);
            }
            try (OutputStream out =
                    Files.newOutputStream(in.resolve("file%05d.bin".formatted(i)))) {
                for (long left = work.bytes(); left > 0; left -= CHUNK) {
                    byte[] chunk = new byte[(int) Math.min(CHUNK, left)];
                    random.nextBytes(chunk);
                    out.write(chunk);
                }
            }
        }
        return folder;
    }

    /**
     * @throws IllegalStateException if the folders differ in the names or the content of their
     *     files
     */
    static void checkSame(Path expected, Path actual) throws IOException {
        List<String> names = names(expected);
        if (!names.equals(names(actual))) {
            throw new IllegalStateException("not the same files in " + expected + " and " + actual);
        }
        for (String name : names) {
            if (sum(expected.resolve(name)) != sum(actual.resolve(name))) {
                throw new IllegalStateException("not the same content: " + actual.resolve(name));
            }
        }
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static long sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CheckedOutputStream sum =
                        new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32C())) {
            in.transferTo(sum);
            return sum.getChecksum().getValue();
        }
    }
}
