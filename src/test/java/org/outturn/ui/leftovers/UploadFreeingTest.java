package org.outturn.ui.leftovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.failure.Failure;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleOutputs;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.storage.UnfinishedUpload;

class UploadFreeingTest {
    private static final SampleKey ALL = SampleKey.of("all", "secret-of-all");
    private static final SampleKey NO_ABORT =
            SampleKey.of("no-abort", "secret-of-no-abort").denying("s3:AbortMultipartUpload");

    private SampleServer server;
    private ObjectStore store;
    private List<UnfinishedUpload> uploads;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = SampleServer.start(folder, SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_ABORT));
        new SampleOutputs(folder, server.store(), Clock.systemUTC()).fill();
        store = open(ALL);
        uploads = unfinished();
        assertThat(uploads).hasSize(1);
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void whatIsFreedIsGone() {
        var work = new UploadFreeing(store, uploads);
        work.run(Cancellation.never());
        assertThat(work.freed()).isEqualTo(work.all()).isEqualTo(1);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyCountsAsFreed() {
        new UploadFreeing(store, uploads).run(Cancellation.never());
        var again = new UploadFreeing(store, uploads);
        again.run(Cancellation.never());
        assertThat(again.freed()).isEqualTo(1);
        assertThat(again.failure()).isEmpty();
    }

    @Test
    void whatIsNotAllowedIsSaidAndTheNextIsTried() {
        try (ObjectStore weak = open(NO_ABORT)) {
            UnfinishedUpload one = uploads.getFirst();
            var work = new UploadFreeing(weak, List.of(one, one));
            work.run(Cancellation.never());
            assertThat(work.freed()).isZero();
            assertThat(work.tried()).isEqualTo(2);
            assertThat(work.failure())
                    .hasValueSatisfying(
                            why -> assertThat(why).isInstanceOf(Failure.AccessDenied.class));
        }
        assertThat(unfinished()).isEqualTo(uploads);
    }

    @Test
    void whatIsStoppedLeavesTheRest() {
        var stopped = new Cancellation();
        stopped.cancel();
        assertThatThrownBy(() -> new UploadFreeing(store, uploads).run(stopped))
                .isInstanceOf(CancellationException.class);
        assertThat(unfinished()).isEqualTo(uploads);
    }

    private List<UnfinishedUpload> unfinished() {
        return store.unfinishedUploads(Prefix.root("drum-scores"), Cancellation.never());
    }

    private ObjectStore open(SampleKey key) {
        var keys = new Credentials(key.accessKey(), key.secretKey(), "");
        return TestBucket.open(
                new ServerUnderTest(server.endpoint(), server.region(), keys, true).connection());
    }
}
