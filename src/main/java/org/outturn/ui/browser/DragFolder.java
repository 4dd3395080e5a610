package org.outturn.ui.browser;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where rows are kept as files while they are dragged. Nobody tells when another program has done
 * with them, so what is old enough is taken away when new ones come. Blocks.
 *
 * @param folder need not exist
 */
record DragFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(DragFolder.class);
    private static final String PREFIX = "drag";
    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * A new empty folder: each fetch has its own, so that what another program still reads is not
     * changed under it.
     *
     * @param now by the clock of this computer
     */
    Path fresh(Instant now) throws IOException {
        Files.createDirectories(folder);
        tidy(now.minus(KEPT));
        return Files.createTempDirectory(folder, PREFIX);
    }

    private void tidy(Instant oldest) throws IOException {
        List<Path> all;
        try (var entries = Files.list(folder)) {
            all = entries.filter(one -> one.getFileName().toString().startsWith(PREFIX)).toList();
        }
        for (Path one : all) {
            try {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(oldest)) {
                    Files.walkFileTree(one, new Delete());
                }
            } catch (IOException e) {
                // another program may hold it, or another window of ours may be quicker
                LOG.info("An old dragged file stays: {}", e.toString());
            }
        }
    }

    private static final class Delete extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
