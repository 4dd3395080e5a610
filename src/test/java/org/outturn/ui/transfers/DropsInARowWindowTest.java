package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.Prefix;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** What is dropped while an earlier drop is still being planned, or asked about, takes its turn. */
class DropsInARowWindowTest extends WindowTest {
    private static final int MANY = 300;

    @TempDir private Path local;

    @Override
    protected void fill() {
        put("one/taken.txt", "one");
        put("two/taken.txt", "two");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @BeforeEach
    void forget() {
        window.transfers().clear();
    }

    @Test
    void eachGoes() throws IOException {
        Path folder = Files.createDirectories(local.resolve("folder"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(folder.resolve(i + ".txt"), "file " + i);
        }
        Path single = Files.writeString(local.resolve("single.txt"), "single");

        Fx.run(() -> {
            drop(folder, "many/");
            drop(single, "few/");
            drop(single, "more/");
        });

        window.transfers().ended(MANY + 2).showsLines("folder", "single.txt", "single.txt");
        assertThat(storedKeys("many/")).hasSize(MANY);
        assertThat(storedKeys("few/")).containsExactly("few/single.txt");
        assertThat(storedKeys("more/")).containsExactly("more/single.txt");
    }

    @Test
    void eachIsAskedAbout() throws IOException {
        Path taken = Files.writeString(local.resolve("taken.txt"), "another content");

        Fx.run(() -> {
            drop(taken, "one/");
            drop(taken, "two/");
        });

        window.sheet().titled("Upload to s3://outputs/one/");
        window.click("#sheet-action");
        window.sheet().titled("Upload to s3://outputs/two/");
        window.sheet().agree();
        window.transfers().ended(2);
        assertThat(storedContent("one/taken.txt")).asString().isEqualTo("another content");
        assertThat(storedContent("two/taken.txt")).asString().isEqualTo("another content");
    }

    @Test
    void aQuestionWaitsForTheOneThatIsUp() throws IOException {
        Path taken = Files.writeString(local.resolve("taken.txt"), "a third content");
        go("two/");
        window.click("#newFolder");
        window.sheet().titled("New folder");
        window.sheet().type("half-typ");

        Fx.run(() -> drop(taken, "two/"));

        Fx.until("the plan is made", () -> !window.transfers().isPlanning());
        assertThat(window.sheet().typed()).isEqualTo("half-typ");
        window.click("#sheet-cancel");
        window.sheet().titled("Upload to s3://outputs/two/");
        window.sheet().cancel();
        assertThat(window.transfers().rows()).isEmpty();
    }

    private void drop(Path path, String prefix) {
        window.models().transfers().upload(List.of(path), new Prefix("outputs", prefix));
    }
}
