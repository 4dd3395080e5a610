package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/** Uploads in parts that stop and go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ResumeContract {
    private static final int PART = 8 << 20;
    private static final int SIZE = 14 * PART + 4321;

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
    void whatWasStoppedForLaterGoesOnWithTheSameUpload() throws IOException {
        Path file = file("later");
        ObjectAddress target = bucket.at("later/file");
        PartialUpload begun = stopAfterSomeParts(file, target);
        int sent = store.partsSent(target, begun.uploadId());

        var progress = new Heard();
        store.upload(request(file, target, begun), progress, Cancellation.never());

        assertThat(sent).isBetween(1, 15);
        assertThat(progress.steps.getFirst()).isBetween((sent - 1L) * PART + 1, (long) SIZE);
        assertThat(progress.begun).as("no other upload was begun").isEmpty();
        assertStored(file, target);
    }

    @Test
    void whatWasStoppedIsListedUntilItIsFreed() throws IOException {
        ObjectAddress target = bucket.at("listed/fïle %2F +x");
        PartialUpload begun = stopAfterSomeParts(file("listed"), target);
        var place = new Prefix(target.bucket(), "listed/");

        List<UnfinishedUpload> listed = store.unfinishedUploads(place, Cancellation.never());
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().target()).isEqualTo(target);
        assertThat(listed.getFirst().uploadId()).isEqualTo(begun.uploadId());
        assertThat(listed.getFirst().initiated())
                .isBetween(
                        Instant.now().minus(Duration.ofHours(1)),
                        Instant.now().plus(Duration.ofHours(1)));

        store.abort(target, begun.uploadId());
        store.abort(target, begun.uploadId());
        assertThat(store.unfinishedUploads(place, Cancellation.never())).isEmpty();
        assertThat(store.partsSent(target, begun.uploadId())).isZero();
        assertThat(store.find(target)).isEmpty();
    }

    @Test
    void aCancelFreesWhatAnEarlierStopHasKept() throws IOException {
        Path file = file("freed");
        ObjectAddress target = bucket.at("freed/file");
        PartialUpload begun = stopAfterSomeParts(file, target);

        var cancellation = new Cancellation();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.upload(
                                request(file, target, begun),
                                (done, total) -> cancellation.cancel(),
                                cancellation));
        if (store.partsSent(target, begun.uploadId()) > 0) {
            // it was cancelled before the transfer manager took it up: that is the caller's to free
            store.abort(target, begun.uploadId());
        }
        assertThat(OpenUploads.of(server(), target.bucket())).doesNotContain(target.key());
    }

    @Test
    void anUploadThatTheServerHasForgottenBeginsAnew() throws IOException {
        Path file = file("forgotten");
        ObjectAddress target = bucket.at("forgotten/file");
        PartialUpload begun = stopAfterSomeParts(file, target);
        store.abort(target, begun.uploadId());

        var progress = new Heard();
        store.upload(request(file, target, begun), progress, Cancellation.never());

        assertThat(progress.begun).hasSize(1);
        assertStored(file, target);
    }

    @Test
    void aFileThatHasChangedBeginsAnewAndFreesTheOldParts() throws IOException {
        Path file = file("changed");
        ObjectAddress target = bucket.at("changed/file");
        PartialUpload begun = stopAfterSomeParts(file, target);
        byte[] other = Files.readAllBytes(file);
        other[0]++;
        Files.write(file, other);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));

        store.upload(request(file, target, begun), ProgressListener.NONE, Cancellation.never());

        assertStored(file, target);
    }

    @Test
    void nothingIsSentBeforeTheListenerHasTakenNote() throws IOException {
        Path file = file("noted");
        ObjectAddress target = bucket.at("noted/file");
        var sentThen = new ArrayList<Integer>();
        store.upload(
                request(file, target, null),
                new ProgressListener() {
                    @Override
                    public void transferred(long done, long total) {}

                    @Override
                    public void begun(PartialUpload upload) {
                        sentThen.add(store.partsSent(upload.target(), upload.uploadId()));
                    }
                },
                Cancellation.never());
        assertThat(sentThen).containsExactly(0);
        assertStored(file, target);
    }

    @Test
    void aListenerThatCannotTakeNoteEndsTheUpload() throws IOException {
        Path file = file("unnoted");
        ObjectAddress target = bucket.at("unnoted/file");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() ->
                        store.upload(
                                new UploadRequest(file, target, "a/b", Map.of(), false),
                                new ProgressListener() {
                                    @Override
                                    public void transferred(long done, long total) {}

                                    @Override
                                    public void begun(PartialUpload upload) {
                                        throw new FailureException(
                                                new Failure.Unexpected(
                                                        new Attempt("Work", "a note"),
                                                        Technical.of("no disk")));
                                    }
                                },
                                Cancellation.never()));
        assertThat(store.find(target)).isEmpty();
        await().untilAsserted(() ->
                assertThat(OpenUploads.of(server(), target.bucket())).doesNotContain(target.key()));
    }

    /** On a busy machine the stop may come when all is sent: then once more. */
    private PartialUpload stopAfterSomeParts(Path file, ObjectAddress target) {
        Optional<PartialUpload> stopped = Optional.empty();
        for (int i = 0; i < 10 && stopped.isEmpty(); i++) {
            stopped = stop(file, target);
        }
        return stopped.orElseThrow();
    }

    private Optional<PartialUpload> stop(Path file, ObjectAddress target) {
        var heard = new Heard();
        var cancellation = new Cancellation();
        Thread stopper =
                Thread.ofVirtual()
                        .start(() -> {
                            await().pollInterval(Duration.ofMillis(5))
                                    .until(() -> hasParts(target, heard));
                            cancellation.stopForLater();
                        });
        try {
            store.upload(request(file, target, null), heard, cancellation);
            stopper.interrupt();
            store.delete(target.bucket(), List.of(target.key()), n -> {}, Cancellation.never());
            return Optional.empty();
        } catch (CancellationException e) {
            assertThat(store.find(target)).isEmpty();
            return Optional.of(heard.begun.getFirst());
        }
    }

    private boolean hasParts(ObjectAddress target, Heard heard) {
        return !heard.begun.isEmpty()
                && store.partsSent(target, heard.begun.getFirst().uploadId()) > 0;
    }

    private static UploadRequest request(
            Path file, ObjectAddress target, @Nullable PartialUpload begun) {
        return new UploadRequest(
                file,
                target,
                "application/octet-stream",
                Map.of(),
                true,
                StoreOptions.DEFAULTS,
                Optional.ofNullable(begun),
                true);
    }

    private void assertStored(Path file, ObjectAddress target) throws IOException {
        Path back = folder.resolve("back-" + target.bucket() + file.getFileName());
        store.download(
                new DownloadRequest(target, back, false),
                ProgressListener.NONE,
                Cancellation.never());
        assertThat(back).hasSameBinaryContentAs(file);
        assertThat(OpenUploads.of(server(), target.bucket())).doesNotContain(target.key());
    }

    private Path file(String name) throws IOException {
        byte[] content = new byte[SIZE];
        new Random(name.hashCode()).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    private static final class Heard implements ProgressListener {
        final List<Long> steps = Collections.synchronizedList(new ArrayList<>());
        final List<PartialUpload> begun = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void transferred(long done, long total) {
            steps.add(done);
        }

        @Override
        public void begun(PartialUpload upload) {
            begun.add(upload);
        }
    }
}
