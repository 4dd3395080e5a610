package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** Saying how files are stored, and what becomes of each. */
class UploadOptionsWindowTest extends WindowTest {
    @TempDir private Path local;

    @Override
    protected void fill() {
        for (String name : List.of("a.txt", "b.txt", "c.txt", "same.txt")) {
            put("ask/" + name, "what was there");
        }
        put("compared/same.txt", "same");
    }

    @BeforeEach
    void forgetTransfers() {
        connectUnlessConnected();
        window.toasts().clear();
        window.transfers().clear();
    }

    @Test
    void eachFileCanBeAskedAbout() throws IOException {
        go("ask/");
        uploadAsking(
                write("a.txt", "new a"),
                write("b.txt", "new b"),
                write("c.txt", "new c"),
                write("new.txt", "new"),
                write("same.txt", "what was there"));

        window.sheet().title();
        window.sheet().choose("Ask for each file");
        assertThat(window.sheet().text()).contains("3 to decide");
        assertThat(window.sheet().canAgree()).as("something has still to be said").isFalse();
        window.sheet().chooseFor("a.txt", "Replace");
        window.sheet().chooseFor("b.txt", "Leave out");
        window.sheet().chooseFor("c.txt", "Keep both");
        assertThat(window.sheet().plan())
                .containsExactly(
                        List.of("a.txt", "5 B", "replace", "replaced as asked"),
                        List.of("b.txt", "5 B", "skip", "left out by you"),
                        List.of("c.txt", "5 B", "new", "the name is taken: gets a number"),
                        List.of("new.txt", "3 B", "new", "not there yet"),
                        List.of("same.txt", "14 B", "skip", "the same content is there"));
        assertThat(window.sheet().action()).isEqualTo("Upload 3 files");
        window.sheet().agree();

        window.transfers().ended(5);
        assertThat(storedContent("ask/a.txt")).asString().isEqualTo("new a");
        assertThat(storedContent("ask/b.txt")).asString().isEqualTo("what was there");
        assertThat(storedContent("ask/c (2).txt")).asString().isEqualTo("new c");
    }

    @Test
    void storageClassEncryptionAndTagsGoWithTheFiles() throws IOException {
        go("stored/");
        uploadAsking(write("kept.txt", "kept"));

        window.sheet().title();
        window.sheet().unfoldOptions();
        window.sheet().choose("#plan-storage-class", "STANDARD_IA");
        window.sheet().choose("#plan-encryption", "Keys of S3 (SSE-S3)");
        window.sheet().tags("client=agar, type=scrape output");
        assertThat(window.sheet().options())
                .isEqualTo("Options: STANDARD_IA · Keys of S3 (SSE-S3) · 2 tags");
        window.sheet().agree();

        window.transfers().ended(1);
        assertThat(window.transfers().names(TransferState.DONE)).containsExactly("kept.txt");
        ObjectDetails details = stored("stored/kept.txt");
        assertThat(details.storageClass()).isEqualTo("STANDARD_IA");
        assertThat(details.headers()).containsEntry("x-amz-server-side-encryption", "AES256");
        assertThat(details.metadata()).containsKey("mtime");
        assertThat(storedTags("stored/kept.txt"))
                .isEqualTo(Map.of("client", "agar", "type", "scrape output"));
    }

    @Test
    void whatIsKeptIsThereTheNextTime() throws IOException {
        go("again/");
        uploadAsking(write("first.txt", "1"));
        window.sheet().title();
        window.sheet().unfoldOptions();
        window.sheet().tags("kept=yes");
        window.click("#plan-keep");
        window.sheet().agree();
        window.transfers().ended(1);

        window.choosers().nextFiles(write("second.txt", "2"));
        window.click("#upload");

        window.transfers().ended(2);
        assertThat(storedTags("again/second.txt")).isEqualTo(Map.of("kept", "yes"));
        uploadAsking(write("third.txt", "3"));
        window.sheet().title();
        window.sheet().unfoldOptions();
        assertThat(window.sheet().tags()).isEqualTo("kept=yes");
        window.sheet().tags("");
        window.click("#plan-keep");
        window.sheet().agree();
        window.transfers().ended(3);
        assertThat(storedTags("again/third.txt")).isEmpty();
    }

    @Test
    void comparingOtherwiseMakesThePlanAnew() throws IOException {
        go("compared/");
        Path same = write("same.txt", "same");
        uploadAsking(same);
        window.sheet().title();
        assertThat(window.sheet().plan().getFirst()).contains("the same content is there");

        window.sheet().unfoldOptions();
        window.sheet().choose("#plan-compare", "Size and time");

        Fx.until(
                "it was compared by time",
                () -> window.sheet().plan().getFirst().contains("same size, yours is newer"));
        assertThat(window.sheet().action()).isEqualTo("Upload 1 file");
        window.sheet().cancel();
    }

    @Test
    void aFileThatIsTooLargeForThePipelineIsAskedAbout() throws IOException {
        go("audio/");
        Path large = local.resolve("long.wav");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((50L << 20) + 1);
        }
        window.choosers().nextFiles(large, write("short.mp3", "tone"));
        window.click("#upload");

        window.sheet().title();
        assertThat(window.sheet().plan())
                .containsExactly(
                        List.of("long.wav", "50.0 MiB", "skip", "too large for this pipeline"),
                        List.of("short.mp3", "4 B", "new", "not there yet"));
        window.sheet().chooseFor("long.wav", "Upload");
        assertThat(window.sheet().action()).isEqualTo("Upload 2 files");
        window.sheet().unfoldOptions();
        window.click("#plan-producer");
        assertThat(window.sheet().options()).isEqualTo("Options: Keys of S3 (SSE-S3)");
        window.sheet().chooseFor("long.wav", "Leave out");
        window.sheet().agree();

        window.transfers().ended(2);
        assertThat(storedKeys("audio/")).containsExactly("audio/short.mp3");
        assertThat(stored("audio/short.mp3").headers())
                .containsEntry("x-amz-server-side-encryption", "AES256");
    }

    private void uploadAsking(Path... files) {
        window.choosers().nextFiles(files);
        window.browser().uploadMenu("uploadAsking");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(local.resolve(name), text);
    }

    private ObjectDetails stored(String key) {
        return asked(store -> store.details(new ObjectAddress(BUCKET, key)));
    }

    private Map<String, String> storedTags(String key) {
        return asked(store -> store.tags(new ObjectAddress(BUCKET, key)).values());
    }
}
