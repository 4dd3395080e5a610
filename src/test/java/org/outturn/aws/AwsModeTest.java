package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.ServerTrust;
import org.outturn.failure.Failure;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.Relay;
import org.outturn.storage.RelayedRequest;
import org.outturn.storage.UploadRequest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A server that is spoken to as AWS is, with the SDK's own checksums. */
class AwsModeTest {
    @TempDir private Path folder;

    @Test
    void checksumsGoAlongAndAreVerified() throws Exception {
        byte[] content = new byte[9 << 20];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        Path back = folder.resolve("back");
        ObjectAddress large = new ObjectAddress("bucket", "large");
        ObjectAddress small = new ObjectAddress("bucket", "small");
        try (SampleServer sample =
                        SampleServer.start(folder.resolve("server"), SampleOptions.DEFAULTS);
                Relay relay = new Relay(sample.endpoint());
                ObjectStore store = asAws(relay, sample)) {
            store.createBucket("bucket");
            store.put(small, new byte[] {1}, "a/b", Map.of());
            UploadRequest upload = new UploadRequest(file, large, "a/b", Map.of(), true);
            store.upload(upload, ProgressListener.NONE, Cancellation.never());
            Failures.expect(
                    Failure.Conflict.class,
                    () -> store.upload(upload, ProgressListener.NONE, Cancellation.never()));
            store.download(
                    new DownloadRequest(large, back, false),
                    ProgressListener.NONE,
                    Cancellation.never());
            assertThat(back).hasSameBinaryContentAs(file);
            assertThat(store.read(small, 0, 5, Cancellation.never())).containsExactly(1);
            store.list(Prefix.root("bucket"), "/", "", Cancellation.never(), page -> {});
            assertThat(
                            store.delete(
                                            "bucket",
                                            List.of("small", "large"),
                                            n -> {},
                                            Cancellation.never())
                                    .deleted())
                    .hasSize(2);

            assertThat(checksummed(relay))
                    .contains("PUT object", "PUT object?partNumber&uploadId", "POST bucket?delete");
        }
    }

    private static Set<String> checksummed(Relay relay) {
        return relay.requests().stream()
                .filter(request -> request.has("x-amz-checksum-crc32"))
                .map(RelayedRequest::shape)
                .collect(Collectors.toSet());
    }

    private static ObjectStore asAws(Relay relay, SampleServer sample) {
        Server server = new Server(Optional.of(relay.endpoint()), sample.region(), true, true);
        var keys = AwsBasicCredentials.create(sample.accessKey(), sample.secretKey());
        return new S3ObjectStore(
                server,
                new SignInProvider(StaticCredentialsProvider.create(keys), false, Duration.ZERO),
                Trust.of(new ServerTrust.Runtime()),
                Bandwidth.unlimited(),
                Timeouts.DEFAULTS,
                CopyLimits.DEFAULTS);
    }
}
