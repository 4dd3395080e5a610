package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.SignIn;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Relay;

/** What a connection says of checksums is what goes over the line. */
class ChecksumSettingsTest {
    @TempDir private Path stored;

    @Test
    void aServerOfOnesOwnGetsThePlainestRequests() throws IOException {
        assertThat(sendsChecksum(Checksums.AUTO)).isFalse();
        assertThat(sendsChecksum(Checksums.WHEN_REQUIRED)).isFalse();
    }

    @Test
    void unlessTheConnectionAsksForChecksums() throws IOException {
        assertThat(sendsChecksum(Checksums.WHEN_SUPPORTED)).isTrue();
    }

    private boolean sendsChecksum(Checksums checksums) throws IOException {
        Path folder = stored.resolve(checksums.name());
        try (SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS);
                Relay relay = new Relay(server.endpoint())) {
            server.store().createBucket("bucket");
            Connection connection =
                    new Connection(
                                    "any",
                                    Optional.of(relay.endpoint()),
                                    server.region(),
                                    Addressing.PATH,
                                    new SignIn.Keys(
                                            new Credentials(
                                                    server.accessKey(), server.secretKey(), "")),
                                    Optional.empty())
                            .withServer(ServerOptions.DEFAULTS.withChecksums(checksums));
            try (ObjectStore store =
                    new S3StoreOpener(KeySource.NOBODY, Bandwidth.unlimited()).open(connection)) {
                store.put(new ObjectAddress("bucket", "key"), new byte[] {1}, "a/b", Map.of());
            }
            return relay.requests().stream()
                    .filter(request -> request.method().equals("PUT"))
                    .allMatch(request ->
                            request.headers().keySet().stream()
                                    .anyMatch(name ->
                                            name.startsWith("x-amz-checksum-")
                                                    || name.equals("x-amz-trailer")));
        }
    }
}
