package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.StoreOptions;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;

/** JSON that is compressed on its way. */
class CompressedUploadTest extends QueueFixture {
    private static final UploadOptions PACKED =
            UploadOptions.DEFAULTS.withStore(
                    StoreOptions.DEFAULTS.withContentEncoding(StoreOptions.GZIP));

    @Test
    void onlyJsonIsCompressedAndSaysSo() throws IOException {
        String text = "{\"products\": [" + "{\"name\": \"agar\"},".repeat(5_000) + "{}]}";
        write("job/results.json", text);
        write("job/pdfs/a.pdf", text);
        List<Path> before = temporaryFiles();

        queue.submit(upload("job").withOptions(PACKED), reports::add);
        awaitIdle();

        byte[] stored = read("in/job/results.json");
        assertThat(stored.length).isLessThan(text.length() / 10);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
        assertThat(store.options("in/job/results.json").contentEncoding()).isEqualTo("gzip");
        assertThat(store.metadata("in/job/results.json")).containsKey("mtime");
        assertThat(read("in/job/pdfs/a.pdf")).asString().isEqualTo(text);
        assertThat(store.options("in/job/pdfs/a.pdf").contentEncoding()).isEmpty();
        assertThat(reports.element().done()).isEqualTo(2);
        assertThat(queue.snapshot().transfers())
                .allSatisfy(t -> assertThat(t.doneBytes()).isEqualTo(text.length()));
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftWhenTheServerFails() throws IOException {
        write("results.json", "{}");
        List<Path> before = temporaryFiles();
        UploadPlan plan = upload("results.json").withOptions(PACKED);
        store.disturb((operation, address, cancellation) -> {
            throw throttled(address);
        });

        queue.submit(plan, reports::add);
        awaitIdle();

        assertThat(reports.element().failed()).isEqualTo(1);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void theSameFileGivesTheSameBytes() throws IOException {
        Path file = write("a.json", "{\"a\": 1}");
        try (var one = CompressedCopy.of(file, Cancellation.never());
                var two = CompressedCopy.of(file, Cancellation.never())) {
            assertThat(one.file()).hasSameBinaryContentAs(two.file());
        }
    }

    @Test
    void aCopyThatIsGivenUpIsNotLeft() throws IOException {
        Path file = write("a.json", "{\"a\": 1}");
        List<Path> before = temporaryFiles();
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(() -> CompressedCopy.of(file, cancelled))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> CompressedCopy.of(disk.resolve("none"), Cancellation.never()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.LocalFile.class));
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void progressIsThatOfTheFile() {
        var told = new ArrayList<Long>();
        var scaled = new ScaledProgress((done, total) -> told.add(done * 1_000_000 + total), 400);

        scaled.transferred(0, -1);
        scaled.transferred(5, 20);
        scaled.transferred(20, 20);

        assertThat(told).containsExactly(400L, 100_000_400L, 400_000_400L);
    }

    private byte[] read(String key) {
        var address = new ObjectAddress(FolderStore.BUCKET, key);
        return store.read(address, 0, 1 << 20, Cancellation.never());
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().matches("outturn-.*\\.gz"))
                    .sorted()
                    .toList();
        }
    }
}
