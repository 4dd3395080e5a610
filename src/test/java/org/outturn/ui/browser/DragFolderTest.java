package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DragFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir private Path cache;

    @Test
    void takesAwayWhatIsOverADayOldAndNothingElse() throws IOException {
        var folder = new DragFolder(cache.resolve("drag"));
        Path old = folder.fresh(NOW);
        Files.writeString(Files.createDirectories(old.resolve("pages/deep")).resolve("a.txt"), "a");
        Path recent = folder.fresh(NOW);
        Path foreign = Files.createDirectory(cache.resolve("drag/other"));
        age(old, Duration.ofHours(25));
        age(recent, Duration.ofHours(23));
        age(foreign, Duration.ofDays(9));

        Path next = folder.fresh(NOW);

        assertThat(cache.resolve("drag"))
                .isDirectoryNotContaining(old::equals)
                .isDirectoryContaining(recent::equals)
                .isDirectoryContaining(foreign::equals)
                .isDirectoryContaining(next::equals);
        assertThat(next).isEmptyDirectory();
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
