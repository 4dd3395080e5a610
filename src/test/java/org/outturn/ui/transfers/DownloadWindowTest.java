package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.ObjectAttributes;
import org.outturn.testkit.WindowTest;

/** Downloading to a folder. */
class DownloadWindowTest extends WindowTest {
    private final byte[] large = new byte[12 << 20];
    @TempDir private Path local;

    @Override
    protected void fill() {
        ThreadLocalRandom.current().nextBytes(large);
        put("d/large.bin", large, ObjectAttributes.UNTYPED);
        put("d/small.txt", "small");
        put("d/folder/inner/deep.txt", "deep");
        put("d/folder/flat.txt", "flat");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @BeforeEach
    void forgetTransfers() {
        window.toasts().clear();
        window.transfers().clear();
        window.choosers().nextFolder(local);
    }

    @Test
    void everyByteArrives() {
        go("d/").selectAll();

        window.click("#download");

        window.transfers().ended(4);
        assertThat(window.toasts().await("downloaded")).isEqualTo("4 files downloaded.");
        assertThat(local.resolve("large.bin")).hasBinaryContent(large);
        assertThat(local.resolve("small.txt")).hasContent("small");
        assertThat(local.resolve("folder/inner/deep.txt")).hasContent("deep");
        assertThat(local.resolve("folder/flat.txt")).hasContent("flat");
    }

    @Test
    void aFileThatIsThereIsAskedAboutAndKept() throws IOException {
        Files.writeString(local.resolve("small.txt"), "mine");
        go("d/").select("d/small.txt");

        window.press(KeyCode.CONTROL, KeyCode.S);

        assertThat(window.sheet().title()).isEqualTo("Download to " + local);
        assertThat(window.sheet().plan())
                .containsExactly(
                        List.of("small (2).txt", "5 B", "new", "the name is taken: gets a number"));
        window.sheet().agree();
        window.transfers().ended(1);
        assertThat(local.resolve("small.txt")).hasContent("mine");
        assertThat(local.resolve("small (2).txt")).hasContent("small");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
        Files.writeString(local.resolve("small.txt"), "mine");
        go("d/").select("d/small.txt");

        window.click("#download");
        window.sheet().title();
        window.sheet().choose("Replace what is there");
        window.sheet().agree();

        window.transfers().ended(1);
        assertThat(local.resolve("small.txt")).hasContent("small");
    }

    @Test
    void aFolderThatCannotBeWrittenSaysWhich() throws IOException {
        Path file = Files.writeString(local.resolve("not a folder"), "a file");
        window.choosers().nextFolder(file);
        go("d/").select("d/small.txt");

        window.click("#download");

        window.transfers().ended(1);
        assertThat(window.transfers().stateText("small.txt"))
                .startsWith("failed: The file or folder ")
                .endsWith(" on this computer cannot be used.");
        assertThat(file).hasContent("a file");
    }
}
