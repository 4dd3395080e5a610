package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.FailureException;

/**
 * What goes over the wire. Some servers take a subresource they do not know for the bucket or the
 * object itself, and delete or overwrite that; so nothing is ever sent but what is listed here.
 */
public abstract class RequestContract {
    private static final int MIB = 1 << 20;

    /** All that the port may send: method, level and parameters. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "GET service",
                    "PUT bucket",
                    "DELETE bucket",
                    "HEAD object",
                    "GET object",
                    "GET object?tagging",
                    "PUT object?tagging",
                    "PUT object",
                    "GET bucket?lifecycle",
                    "POST object?restore",
                    "POST bucket?delete",
                    "POST object?uploads",
                    "PUT object?partNumber&uploadId",
                    "POST object?uploadId",
                    "DELETE object?uploadId");

    /** A listing, whatever it is narrowed by. */
    private static final String LISTING =
            "GET bucket\\?(continuation-token&)?(delimiter&)?encoding-type&list-type&max-keys"
                    + "(&prefix)?(&start-after)?";

    @TempDir private Path folder;
    private Relay relay;
    private TestBucket bucket;
    private ObjectStore store;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeEach
    void createBucket() throws IOException {
        relay = new Relay(server().endpoint());
        bucket = TestBucket.create(server().at(relay.endpoint(), server().credentials()));
        store = bucket.store();
    }

    @AfterEach
    void deleteBucket() {
        relay.hold(request -> false);
        bucket.close();
        relay.close();
    }

    @Test
    void nothingIsSentThatCouldBeTakenForSomethingElse() throws IOException {
        exercise();
        try (TestBucket second =
                TestBucket.create(server().at(relay.endpoint(), server().credentials()))) {
            assertThat(second.keys("")).isEmpty();
        }

        Set<String> shapes =
                relay.requests().stream()
                        .map(RelayedRequest::shape)
                        .filter(shape -> !shape.matches(LISTING))
                        .collect(Collectors.toSet());

        assertThat(shapes).isEqualTo(ALLOWED);
    }

    @Test
    void requestsArePlainEnoughForOldServers() throws IOException {
        exercise();

        for (RelayedRequest request : relay.requests()) {
            assertThat(request.headers())
                    .as(request.shape())
                    .doesNotContainKeys(
                            "transfer-encoding",
                            "accept-encoding",
                            "content-encoding",
                            "expect",
                            "x-amz-trailer",
                            "x-amz-decoded-content-length",
                            "x-amz-checksum-mode");
            assertThat(request.target()).doesNotContain("x-id=");
        }
        assertThat(relay.requests())
                .filteredOn(r -> r.shape().equals("POST bucket?delete"))
                .isNotEmpty()
                .allMatch(r -> r.has("content-md5"));
    }

    @Test
    void eachCallSendsNoMoreThanItNeeds() {
        ObjectAddress address = bucket.put("count/a", new byte[] {1});

        assertSends(1, () -> store.buckets());
        assertSends(1, () -> store.details(address));
        assertSends(1, () -> store.find(address));
        assertSends(1, () -> store.find(bucket.at("count/none")));
        assertSends(1, () -> store.tags(address));
        assertSends(1, () -> store.read(address, 0, 1, Cancellation.never()));
        assertSends(1, () -> bucket.keys("count/"));
        assertSends(1, () -> bucket.put("count/b", new byte[1]));
        assertSends(
                1,
                () ->
                        store.delete(
                                bucket.name(),
                                IntStream.range(0, 1_000).mapToObj(i -> "count/" + i).toList(),
                                done -> {},
                                Cancellation.never()));
        assertSends(0, () -> store.presignGet(address, Duration.ofHours(1), "a"));
    }

    @Test
    @Timeout(5)
    void aListingIsCancelledWhileTheServerIsSilent() {
        Cancellation cancellation = new Cancellation();
        relay.hold(request -> {
            cancellation.cancel();
            return true;
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        store.list(Prefix.root(bucket.name()), "/", "", cancellation, page -> {}));
    }

    @Test
    @Timeout(5)
    void aReadIsCancelledWhileTheServerIsSilent() {
        ObjectAddress address = bucket.put("silent", new byte[] {1});
        Cancellation cancellation = new Cancellation();
        relay.hold(request -> {
            cancellation.cancel();
            return true;
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> store.read(address, 0, 1, cancellation));
    }

    @Test
    void uploadProgressFollowsTheWire() throws IOException {
        Path file = Files.write(folder.resolve("wire"), new byte[24 * MIB]);
        List<Long> ahead = new CopyOnWriteArrayList<>();
        ProgressListener listener = (done, total) -> ahead.add(done - relay.bodyBytes());

        store.upload(
                new UploadRequest(file, bucket.at("wire"), "a/b", Map.of(), false),
                listener,
                Cancellation.never());

        // what the sockets' buffers of the connections hold, not the whole file
        assertThat(ahead).allMatch(bytes -> bytes < 20L * MIB);
        assertThat(ahead).hasSizeGreaterThan(100);
    }

    @Test
    void cancellingWhileAnUploadIsBeingCreatedLeavesNoParts() throws IOException {
        Path file = Files.write(folder.resolve("early"), new byte[9 * MIB]);
        Cancellation early = new Cancellation();
        relay.hold(request -> {
            if (request.shape().equals("POST object?uploads")) {
                early.cancel();
            }
            return false;
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> upload(file, bucket.at("early"), early));

        await().untilAsserted(() -> assertThat(OpenUploads.of(server(), bucket.name())).isEmpty());
        assertThat(relay.requests())
                .extracting(RelayedRequest::shape)
                .contains("POST object?uploads", "DELETE object?uploadId");
    }

    @Test
    void anUploadWhoseLastAnswerIsLostIsStoredAllTheSame() throws IOException {
        Path file = Files.write(folder.resolve("lost"), new byte[9 * MIB]);
        relay.loseAnswers(request -> request.shape().equals("POST object?uploadId"));

        upload(file, bucket.at("lost"), Cancellation.never());

        assertThat(store.details(bucket.at("lost")).size()).isEqualTo(9 * MIB);
    }

    private void exercise() throws IOException {
        ObjectAddress small = bucket.put("a/small", new byte[] {1});
        ObjectAddress large = bucket.at("a/large");
        Path file = Files.write(folder.resolve("file"), new byte[9 * MIB]);
        store.buckets();
        store.details(small);
        store.find(bucket.at("a/none"));
        store.setTags(small, ObjectTags.of(Map.of("a", "b")));
        store.tags(small);
        store.read(small, 0, 10, Cancellation.never());
        store.lifecycle(bucket.name());
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> store.restore(small, 1, RestoreTier.STANDARD));
        upload(file, large, Cancellation.never());
        Cancellation late = new Cancellation();
        relay.hold(request -> {
            if (request.shape().startsWith("PUT object?partNumber")) {
                late.cancel();
            }
            return false;
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> upload(file, bucket.at("a/cancelled"), late));
        relay.hold(request -> false);
        store.download(
                new DownloadRequest(large, folder.resolve("back"), true),
                ProgressListener.NONE,
                Cancellation.never());
        store.list(new Prefix(bucket.name(), "a/"), "/", "a/", Cancellation.never(), page -> {});
        store.presignGet(small, Duration.ofHours(1), "name");
        store.delete(bucket.name(), bucket.keys(""), done -> {}, Cancellation.never());
    }

    private void upload(Path file, ObjectAddress target, Cancellation cancellation) {
        store.upload(
                new UploadRequest(file, target, "a/b", Map.of(), true),
                ProgressListener.NONE,
                cancellation);
    }

    private void assertSends(int requests, Runnable call) {
        int before = relay.requests().size();
        call.run();
        assertThat(relay.requests().size() - before).isEqualTo(requests);
    }
}
