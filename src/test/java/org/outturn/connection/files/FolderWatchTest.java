package org.outturn.connection.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private final Semaphore told = new Semaphore(0);

    @TempDir Path folder;

    @Test
    void tellsOfEachChangeWithinTwoSeconds() throws Exception {
        Path cache = folder.resolve("sso/cache");
        Path config = folder.resolve("config");
        try (FileWatch watch =
                FileWatch.soon(List.of(cache, config), Duration.ofSeconds(1), told::release)) {
            assertThat(watch).isNotNull();
            Files.createDirectories(cache);
            Files.writeString(cache.resolve("a.json"), "{}");
            seen();
            Files.writeString(config, "[default]");
            seen();
            moveOver(cache.resolve("a.json"), "[]");
            seen();
            Files.delete(config);
            seen();
            Files.writeString(folder.resolve("other"), "");
            assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS)).isFalse();
        }
        Files.writeString(config, "[default]");
        assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS)).isFalse();
    }

    /** The same size, perhaps within the same millisecond. */
    private void moveOver(Path file, String content) throws IOException {
        Path other = Files.writeString(folder.resolve("new"), content);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void seen() throws InterruptedException {
        assertThat(told.tryAcquire(2, TimeUnit.SECONDS)).isTrue();
        told.drainPermits();
    }
}
