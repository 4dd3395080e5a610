package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.KeySource;
import org.outturn.aws.S3StoreOpener;

/** How transfers use the line: in ranges, from where they ended, and no faster than allowed. */
public abstract class RangeContract {
    private static final int MIB = 1 << 20;

    @TempDir private Path folder;
    private final Bandwidth bandwidth = Bandwidth.unlimited();
    private Relay relay;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeEach
    void createBucket() throws IOException {
        relay = new Relay(server().endpoint());
        bucket = TestBucket.create(server().connection());
        store =
                new S3StoreOpener(KeySource.NOBODY, bandwidth)
                        .open(server().at(relay.endpoint(), server().credentials()));
    }

    @AfterEach
    void deleteBucket() {
        store.close();
        bucket.close();
        relay.close();
    }

    @Test
    void aLargeObjectComesInRangesOfOneObject() throws IOException {
        Path file = file("large", 40 * MIB);
        ObjectAddress object = stored(file, "large");

        store.download(
                new DownloadRequest(object, folder.resolve("back"), false),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        List<RelayedRequest> gets = gets();
        assertThat(gets).hasSizeGreaterThan(1);
        assertThat(gets.getFirst().has("range")).isFalse();
        assertThat(gets.subList(1, gets.size()))
                .allMatch(get -> get.has("range") && get.has("if-match"));
    }

    @Test
    void aDownloadGoesOnWhereItHasEnded() throws IOException {
        Path file = file("large", 64 * MIB);
        ObjectAddress object = stored(file, "large");
        PartialDownload begun = begin(object);
        int before = gets().size();

        assertThat(begun.doneBytes()).isBetween(8L * MIB, 64L * MIB - 1);
        store.download(
                new DownloadRequest(
                        object,
                        folder.resolve("back"),
                        false,
                        begun.file(),
                        Optional.of(begun),
                        Optional.empty()),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        assertThat(begun.file()).doesNotExist();
        List<RelayedRequest> again = gets().subList(before, gets().size());
        assertThat(again).isNotEmpty().allMatch(get -> get.has("range") && get.has("if-match"));
        assertThat(again).hasSizeLessThanOrEqualTo(1 + 8 - begun.done().cardinality());
    }

    @Test
    void aDownloadWithNothingLeftToDoStillAsksWhetherTheObjectIsTheSame() throws IOException {
        Path file = file("large", 64 * MIB);
        ObjectAddress object = stored(file, "large");
        PartialDownload begun = begin(object);
        Files.copy(file, begun.file(), StandardCopyOption.REPLACE_EXISTING);
        var all = begun.done();
        all.set(0, 8);

        store.download(
                new DownloadRequest(
                        object,
                        folder.resolve("back"),
                        false,
                        begun.file(),
                        Optional.of(
                                new PartialDownload(
                                        begun.file(),
                                        begun.etag(),
                                        begun.size(),
                                        begun.rangeBytes(),
                                        all)),
                        Optional.empty()),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
    }

    @Test
    void anObjectThatHasChangedIsFetchedAnew() throws IOException {
        ObjectAddress object = stored(file("large", 64 * MIB), "large");
        PartialDownload begun = begin(object);
        Path other = file("other", 33 * MIB);
        stored(other, "large");

        store.download(
                new DownloadRequest(
                        object,
                        folder.resolve("back"),
                        false,
                        begun.file(),
                        Optional.of(begun),
                        Optional.empty()),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(folder.resolve("back")).hasSameBinaryContentAs(other);
        assertThat(begun.file()).doesNotExist();
    }

    @Test
    void nothingGoesFasterThanItMay() throws IOException {
        Path small = file("small", 3 * MIB);
        Path large = file("large", 12 * MIB);
        bandwidth.up().set(4 * MIB);
        bandwidth.down().set(6 * MIB);

        assertThat(time(() -> upload(small, "small"))).isGreaterThan(Duration.ofMillis(600));
        assertThat(time(() -> upload(large, "large"))).isGreaterThan(Duration.ofMillis(2_600));
        assertThat(time(() -> download("small"))).isGreaterThan(Duration.ofMillis(400));
        assertThat(time(() -> download("large"))).isGreaterThan(Duration.ofMillis(1_700));
        assertThat(folder.resolve("back-large")).hasSameBinaryContentAs(large);
    }

    @Test
    void aFolderOfSmallFilesIsNotLookedForOneByOne() throws IOException {
        for (int i = 0; i < 30; i++) {
            store.upload(
                    new UploadRequest(
                            file("f" + i, 100),
                            bucket.at("many/file%02d".formatted(i)),
                            "a/b",
                            Map.of(),
                            true),
                    ProgressListener.NONE,
                    Cancellation.never());
        }

        assertThat(bucket.keys("many/")).hasSize(30);
        assertThat(relay.requests().stream().filter(r -> r.method().equals("HEAD")).count())
                .isLessThan(10);
        assertThat(relay.requests().stream().filter(r -> r.method().equals("PUT")))
                .hasSize(30)
                .allMatch(put -> put.has("if-none-match"));
    }

    /** Stops a download of 64 MiB when at least one of the ranges under way must be whole. */
    private PartialDownload begin(ObjectAddress object) {
        AtomicReference<PartialDownload> kept = new AtomicReference<>();
        Cancellation cancellation = new Cancellation();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.download(
                                new DownloadRequest(
                                        object,
                                        folder.resolve("back"),
                                        false,
                                        folder.resolve(".outturn-1.part"),
                                        Optional.empty(),
                                        Optional.of(kept::set)),
                                (done, total) -> {
                                    if (done > 50L * MIB) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation));
        assertThat(folder.resolve("back")).doesNotExist();
        assertThat(kept.get().file()).exists();
        return kept.get();
    }

    private List<RelayedRequest> gets() {
        return relay.requests().stream()
                .filter(request -> request.shape().equals("GET object"))
                .toList();
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void upload(Path file, String key) {
        store.upload(
                new UploadRequest(file, bucket.at(key), "a/b", Map.of(), false),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private void download(String key) {
        store.download(
                new DownloadRequest(bucket.at(key), folder.resolve("back-" + key), false),
                ProgressListener.NONE,
                Cancellation.never());
    }

    private ObjectAddress stored(Path file, String key) {
        bucket.store()
                .upload(
                        new UploadRequest(file, bucket.at(key), "a/b", Map.of(), false),
                        ProgressListener.NONE,
                        Cancellation.never());
        return bucket.at(key);
    }

    private Path file(String name, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }
}
