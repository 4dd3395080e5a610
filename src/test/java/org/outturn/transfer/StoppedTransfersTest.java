package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.KeySource;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.download.DownloadPlan;
import org.outturn.download.DownloadPlanner;
import org.outturn.download.DownloadSelection;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalFile;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.RateLimit;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadPlanner;

/**
 * Large transfers with a real server that are stopped half way: what is done is kept, and freed
 * when nobody needs it. The line is slow, so that there is a half way.
 */
class StoppedTransfersTest {
    private static final int SIZE = 80 << 20;
    private static final long SLOW = 40L << 20;
    private static final Prefix PLACE = new Prefix("outputs", "in/");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final Bandwidth line = Bandwidth.unlimited();
    private SampleServer server;
    private ObjectStore store;
    private Journal journal;
    private TransferQueue queue;
    private Path source;

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(folder.resolve("server"), SampleOptions.DEFAULTS);
        store =
                new S3StoreOpener(KeySource.NOBODY, line)
                        .open(
                                new Connection(
                                        "sample",
                                        Optional.of(server.endpoint()),
                                        server.region(),
                                        Addressing.PATH,
                                        new SignIn.Keys(
                                                new Credentials(
                                                        server.accessKey(),
                                                        server.secretKey(),
                                                        "")),
                                        Optional.empty()));
        store.createBucket(PLACE.bucket());
        byte[] content = new byte[SIZE];
        new Random(7).nextBytes(content);
        source = Files.write(folder.resolve("scan.tif"), content);
        openQueue();
    }

    @AfterEach
    void stop() throws IOException {
        queue.close();
        journal.close();
        store.close();
        server.close();
    }

    private void openQueue() {
        journal = new JournalFile(folder.resolve("queue.db"), Clock.systemUTC()).open().journal();
        queue =
                new TransferQueue(
                        store, TransferOptions.DEFAULTS, journal, "sample", Clock.systemUTC());
        queue.restore(BatchListener.NONE);
    }

    private void closeQueue() {
        queue.close();
        journal.close();
    }

    @Test
    void aPausedUploadKeepsItsPartsAndGoesOn() {
        uploadHalfWay();
        queue.pause(TransferScope.all());
        awaitState(TransferState.PAUSED);
        long kept = row().doneBytes();
        assertThat(unfinished()).hasSize(1);
        String id = unfinished().getFirst();

        line.up().set(RateLimit.NONE);
        queue.resume(TransferScope.all());
        awaitState(TransferState.DONE);

        assertThat(kept).isPositive();
        assertThat(id).isNotEmpty();
        assertThat(unfinished()).isEmpty();
        assertThat(stored()).isEqualTo(SIZE);
    }

    @Test
    void aCancelledPausedUploadLeavesNothing() {
        uploadHalfWay();
        queue.pause(TransferScope.all());
        awaitState(TransferState.PAUSED);
        queue.cancel(TransferScope.all());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unfinished()).isEmpty());
        assertThat(store.find(row().address().orElseThrow())).isEmpty();
    }

    @Test
    void anUploadGoesOnWithItsPartsAtTheNextStart() {
        uploadHalfWay();
        closeQueue();
        List<String> kept = unfinished();
        line.up().set(RateLimit.NONE);
        openQueue();
        awaitState(TransferState.DONE);
        assertThat(kept).hasSize(1);
        assertThat(unfinished()).isEmpty();
        assertThat(stored()).isEqualTo(SIZE);
    }

    @Test
    void whatIsTakenOffTheListAtTheNextStartIsFreed() {
        uploadHalfWay();
        closeQueue();
        line.up().set(1);
        openQueue();
        queue.cancel(TransferScope.all());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unfinished()).isEmpty());
    }

    @Test
    void aDownloadGoesOnAtTheNextStartAndLeavesNoTemporaryFile() throws IOException {
        putObject();
        line.down().set(SLOW);
        Path target = Files.createDirectories(folder.resolve("down"));
        queue.submit(download(target), BatchListener.NONE);
        awaitHalfWay();
        closeQueue();
        assertThat(names(target)).hasSize(1).allMatch(name -> name.endsWith(".part"));

        line.down().set(RateLimit.NONE);
        openQueue();
        awaitState(TransferState.DONE);

        assertThat(names(target)).containsExactly("scan.tif");
        assertThat(target.resolve("scan.tif")).hasSameBinaryContentAs(source);
    }

    @Test
    void aCancelledPausedDownloadLeavesNoTemporaryFile() throws IOException {
        putObject();
        line.down().set(SLOW);
        Path target = Files.createDirectories(folder.resolve("down"));
        queue.submit(download(target), BatchListener.NONE);
        awaitHalfWay();
        queue.pause(TransferScope.all());
        awaitState(TransferState.PAUSED);
        queue.cancel(TransferScope.all());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(target)).isEmpty());
    }

    private void uploadHalfWay() {
        line.up().set(SLOW);
        queue.submit(
                new UploadPlanner(store)
                        .plan(
                                List.of(source),
                                PLACE,
                                OverwritePolicy.REPLACE_DIFFERENT,
                                Cancellation.never(),
                                PlanListener.NONE),
                BatchListener.NONE);
        awaitHalfWay();
    }

    private void putObject() {
        uploadHalfWay();
        line.up().set(RateLimit.NONE);
        awaitState(TransferState.DONE);
        queue.clearFinished();
    }

    private DownloadPlan download(Path target) {
        return new DownloadPlanner(store)
                .plan(
                        new DownloadSelection(PLACE, List.of(), List.of(PLACE)),
                        target,
                        ExistingFilePolicy.KEEP_BOTH,
                        Cancellation.never(),
                        n -> {});
    }

    private void awaitHalfWay() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> row().doneBytes() > SIZE * 6L / 10);
    }

    private void awaitState(TransferState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row().state()).as("%s", row()).isEqualTo(state));
    }

    private TransferSnapshot row() {
        return queue.snapshot().transfers().getFirst();
    }

    private List<String> unfinished() {
        return store.unfinishedUploads(PLACE, Cancellation.never()).stream()
                .map(upload -> upload.uploadId())
                .toList();
    }

    private long stored() {
        return store.details(row().address().orElseThrow()).size();
    }

    private static List<String> names(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
