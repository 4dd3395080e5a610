package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Watch;

/** A change of the files is told within two seconds, whatever kind of change it is. */
class ProfileWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir private Path home;
    private final AtomicInteger changes = new AtomicInteger();
    private ProfileFiles files;
    private Watch watch;

    @BeforeEach
    void watch() {
        files = ProfileFiles.of(Map.of(), home);
        watch = new ProfileSource(files, Map.of()).watch(changes::incrementAndGet);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void filesComeChangeAndGo() throws IOException {
        Files.createDirectories(files.config().getParent());
        Files.writeString(files.config(), "[default]\n");
        awaitChange(1);

        Files.writeString(files.config(), "[default]\nregion = eu-west-1\n");
        awaitChange(2);

        Files.writeString(files.credentials(), "[default]\n");
        awaitChange(3);

        Files.delete(files.credentials());
        awaitChange(4);

        // the folder with all that is in it
        Files.delete(files.config());
        Files.delete(files.config().getParent());
        awaitChange(5);
    }

    @Test
    void aFileIsReplacedByAnother() throws IOException {
        Files.createDirectories(files.config().getParent());
        Files.writeString(files.config(), "[a]\n");
        awaitChange(1);
        FileTime time = Files.getLastModifiedTime(files.config());

        Path other = Files.writeString(home.resolve("other"), "[b]\n");
        Files.setLastModifiedTime(other, time);
        Files.move(
                other,
                files.config(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);

        awaitChange(2);
    }

    @Test
    void sameLengthSameTime() throws IOException {
        Files.createDirectories(files.config().getParent());
        Files.writeString(files.config(), "[a]\n");
        awaitChange(1);
        FileTime time = Files.getLastModifiedTime(files.config());

        Files.writeString(files.config(), "[b]\n");
        Files.setLastModifiedTime(files.config(), time);

        awaitChange(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatALinkLeadsToChanges() throws IOException {
        Path real = Files.writeString(home.resolve("real"), "[a]\n");
        Files.createDirectories(files.config().getParent());
        Files.createSymbolicLink(files.config(), real);
        awaitChange(1);

        Files.writeString(real, "[a]\nregion = eu-west-1\n");

        awaitChange(2);
    }

    @Test
    void whatSaysTheSameIsNoChange() throws Exception {
        Files.createDirectories(files.config().getParent());
        Files.writeString(files.config(), "[a]\n");
        awaitChange(1);

        Files.writeString(files.config(), "[a]\n");
        Files.setLastModifiedTime(files.config(), FileTime.from(Instant.now().minusSeconds(100)));
        Thread.sleep(1_500);

        assertThat(changes).hasValue(1);
    }

    @Test
    void afterTheEndNobodyIsTold() throws Exception {
        watch.close();
        Files.createDirectories(files.config().getParent());
        Files.writeString(files.config(), "[a]\n");
        Thread.sleep(1_500);

        assertThat(changes).hasValue(0);
    }

    private void awaitChange(int count) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(changes).hasValue(count));
    }
}
