package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Failure;

/** Whole files, both ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TransferContract {
    private static final int MIB = 1 << 20;

    @TempDir private Path folder;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = bucket.store();
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
    }

    @Test
    void aSmallFileArrivesWithTypeAndMetadata() throws IOException {
        Path file = file("small.txt", 1_000);
        ObjectAddress target = bucket.at("up/small.txt");

        store.upload(
                new UploadRequest(file, target, "text/plain", Map.of("client", "Ägar"), false),
                ProgressListener.NONE,
                Cancellation.never());

        ObjectDetails details = store.details(target);
        assertThat(details.size()).isEqualTo(1_000);
        assertThat(details.contentType()).isEqualTo("text/plain");
        assertThat(details.metadata()).containsEntry("client", "Ägar");
        assertThat(content(target)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void anEmptyFileGoesBothWays() throws IOException {
        ObjectAddress target = bucket.at("up/empty");
        Path back = folder.resolve("empty-back");

        upload(file("empty", 0), target);
        download(target, back, false);

        assertThat(store.details(target).size()).isZero();
        assertThat(back).isEmptyFile();
    }

    @Test
    void aLargeFileGoesBothWaysWithProgress() throws IOException {
        int size = 20 * MIB + 17;
        Path file = file("large", size);
        ObjectAddress target = bucket.at("up/large");
        Path back = folder.resolve("large-back");
        Steps up = new Steps();
        Steps down = new Steps();

        store.upload(
                new UploadRequest(file, target, "video/mp4", Map.of("a", "b"), false),
                up,
                Cancellation.never());
        store.download(new DownloadRequest(target, back, false), down, Cancellation.never());

        assertThat(back).hasSameBinaryContentAs(file);
        ObjectDetails details = store.details(target);
        assertThat(details.contentType()).isEqualTo("video/mp4");
        assertThat(details.metadata()).containsEntry("a", "b");
        assertThat(details.etag()).endsWith("-3");
        for (Steps steps : List.of(up, down)) {
            assertThat(steps.all()).hasSizeGreaterThan(20);
            assertThat(steps.all()).allMatch(done -> done >= 0 && done <= size);
            assertThat(steps.last()).isEqualTo(size);
            assertThat(steps.total()).isEqualTo(size);
        }
    }

    @Test
    void onlyIfAbsentSparesWhatIsThere() throws IOException {
        ObjectAddress there = bucket.put("absent/there", new byte[] {1, 2, 3});
        ObjectAddress missing = bucket.at("absent/missing");

        for (int size : List.of(10, 9 * MIB)) {
            Path file = file("absent" + size, size);
            Failures.expect(Failure.Conflict.class, () -> uploadIfAbsent(file, there));
        }
        uploadIfAbsent(file("absent", 10), missing);

        assertThat(content(there)).containsExactly(1, 2, 3);
        assertThat(store.details(missing).size()).isEqualTo(10);
        assertNoOrphans();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        ObjectAddress target = bucket.at("up/unreadable");
        Path missing = folder.resolve("missing");
        Path directory = Files.createDirectory(folder.resolve("directory"));

        for (Path path : List.of(missing, directory)) {
            Failure.LocalFile failure =
                    Failures.expect(Failure.LocalFile.class, () -> upload(path, target));
            assertThat(failure.path()).isEqualTo(path.toString());
        }
        assertThat(store.find(target)).isEmpty();
    }

    @Test
    void aFileThatChangesMeanwhileIsToldOf() throws IOException {
        for (int change : List.of(-1, 0, 1)) {
            Path file = file("changing" + change, 12 * MIB);
            ProgressListener changing = (done, total) -> change(file, change);

            Failure.LocalFile failure =
                    Failures.expect(
                            Failure.LocalFile.class,
                            () ->
                                    store.upload(
                                            request(file, bucket.at("up/changing" + change)),
                                            changing,
                                            Cancellation.never()));

            assertThat(failure.path()).isEqualTo(file.toString());
        }
        assertNoOrphans();
    }

    /** -1: it shrinks; 0: it goes; 1: it grows. */
    private static void change(Path file, int how) {
        try {
            if (how == 0) {
                Files.deleteIfExists(file);
            } else if (Files.size(file) == 12 * MIB) {
                byte[] content = new byte[12 * MIB + how];
                Files.write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDownloadNeverOverwritesUnlessAsked() throws IOException {
        ObjectAddress source = bucket.put("down/a", new byte[] {1, 2, 3});
        Path file = Files.writeString(folder.resolve("mine"), "mine");

        Failures.expect(Failure.Conflict.class, () -> download(source, file, false));
        assertThat(file).hasContent("mine");

        download(source, file, true);
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFileThatAppearsMeanwhileStays() {
        ObjectAddress source = bucket.put("down/late", new byte[2 * MIB]);
        Path file = folder.resolve("late");
        AtomicBoolean appeared = new AtomicBoolean();
        ProgressListener appearing =
                (done, total) -> {
                    if (appeared.compareAndSet(false, true)) {
                        write(file, "late");
                    }
                };

        Failures.expect(
                Failure.Conflict.class,
                () ->
                        store.download(
                                new DownloadRequest(source, file, false),
                                appearing,
                                Cancellation.never()));

        assertThat(file).hasContent("late");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFailedDownloadLeavesNothing() {
        Path file = folder.resolve("nothing");

        Failures.expect(Failure.NotFound.class, () -> download(bucket.at("down/none"), file, true));

        assertThat(file).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aDownloadIntoAFolderThatIsNotThereNamesIt() {
        ObjectAddress source = bucket.put("down/b", new byte[1]);
        Path file = folder.resolve("no-folder").resolve("file");

        Failure.LocalFile failure =
                Failures.expect(Failure.LocalFile.class, () -> download(source, file, true));

        assertThat(failure.path()).isEqualTo(file.toString());
    }

    @Test
    void aCancelledDownloadLeavesNothing() throws IOException {
        ObjectAddress source = bucket.at("down/cancelled");
        upload(file("cancelled-source", 40 * MIB), source);
        Path file = folder.resolve("cancelled");
        Cancellation cancellation = new Cancellation();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.download(
                                new DownloadRequest(source, file, false),
                                cancelAfter(MIB, cancellation),
                                cancellation));

        assertThat(file).doesNotExist();
        await().untilAsserted(() -> assertThat(leftovers()).isEmpty());
    }

    @Test
    void aCancelledUploadLeavesNothing() throws IOException {
        Path file = file("cancelled-up", 40 * MIB);
        ObjectAddress target = bucket.at("up/cancelled");
        for (int after : List.of(0, 1, 9 * MIB, 39 * MIB)) {
            Cancellation cancellation = new Cancellation();

            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() ->
                            store.upload(
                                    request(file, target),
                                    cancelAfter(after, cancellation),
                                    cancellation));

            assertThat(store.find(target)).isEmpty();
        }
        assertNoOrphans();
    }

    @Test
    void closingEndsWhatRuns() throws IOException {
        Path file = file("closing", 40 * MIB);
        ObjectAddress target = bucket.at("up/closing");
        ObjectStore other = TestBucket.open(server().connection());
        CompletableFuture<Void> started = new CompletableFuture<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var upload =
                    CompletableFuture.runAsync(
                            () ->
                                    other.upload(
                                            request(file, target),
                                            (done, total) -> {
                                                if (done > 0) {
                                                    started.complete(null);
                                                }
                                            },
                                            Cancellation.never()),
                            threads);
            started.join();
            other.close();

            await().until(upload::isDone);
            assertThat(upload).isCompletedExceptionally();
        }
        assertThatExceptionOfType(CancellationException.class).isThrownBy(other::buckets);
        assertNoOrphans();
    }

    /** No parts are left on the server that no upload will ever finish. */
    private void assertNoOrphans() {
        await().untilAsserted(() -> assertThat(OpenUploads.of(server(), bucket.name())).isEmpty());
    }

    private void upload(Path file, ObjectAddress target) {
        store.upload(request(file, target), ProgressListener.NONE, Cancellation.never());
    }

    private void uploadIfAbsent(Path file, ObjectAddress target) {
        store.upload(
                new UploadRequest(file, target, "application/octet-stream", Map.of(), true),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private void download(ObjectAddress source, Path file, boolean replace) {
        store.download(
                new DownloadRequest(source, file, replace),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private static UploadRequest request(Path file, ObjectAddress target) {
        return new UploadRequest(file, target, "application/octet-stream", Map.of(), false);
    }

    private static ProgressListener cancelAfter(long bytes, Cancellation cancellation) {
        return (done, total) -> {
            if (done >= bytes) {
                cancellation.cancel();
            }
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(ObjectAddress address) {
        return store.read(address, 0, 64 * MIB, Cancellation.never());
    }

    /** Temporary files of ours. */
    private List<Path> leftovers() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.getFileName().toString().startsWith(".outturn")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    /** Remembers what it was told. */
    private static final class Steps implements ProgressListener {
        private final List<Long> done = Collections.synchronizedList(new ArrayList<>());
        private volatile long total;

        @Override
        public void transferred(long bytes, long all) {
            done.add(bytes);
            total = all;
        }

        List<Long> all() {
            return List.copyOf(done);
        }

        long last() {
            return Collections.max(done);
        }

        long total() {
            return total;
        }
    }
}
