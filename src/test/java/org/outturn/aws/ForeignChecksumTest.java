package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.ServerTrust;
import org.outturn.failure.Failure;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Objects that other tools stored on AWS, whose checksum this program may not be able to make. */
class ForeignChecksumTest {
    /** The published check value of CRC-64/NVME, which AWS's own tools use by default. */
    private static final String CRC64NVME_OF_DIGITS = "rosUhgp5mIg=";

    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @Test
    void anObjectWithTheChecksumOfAwsOwnToolsIsRead() throws Exception {
        HttpServer server = serving(DIGITS);
        ObjectAddress address = new ObjectAddress("bucket", "key");
        Path file = folder.resolve("file");
        try (ObjectStore store = asAws(server)) {
            store.download(
                    new DownloadRequest(address, file, false),
                    ProgressListener.NONE,
                    Cancellation.never());

            assertThat(file).hasBinaryContent(DIGITS);
            assertThat(store.read(address, 0, 100, Cancellation.never())).isEqualTo(DIGITS);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void bytesThatAreNotThoseOfTheChecksumAreNotKept() throws Exception {
        HttpServer server = serving("123456780".getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("file");
        try (ObjectStore store = asAws(server)) {
            Failures.expect(
                    Failure.Damaged.class,
                    () ->
                            store.download(
                                    new DownloadRequest(
                                            new ObjectAddress("bucket", "key"), file, false),
                                    ProgressListener.NONE,
                                    Cancellation.never()));

            assertThat(folder).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serving(byte[] content) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("x-amz-checksum-crc64nvme", CRC64NVME_OF_DIGITS);
                    exchange.getResponseHeaders().set("x-amz-checksum-type", "FULL_OBJECT");
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static ObjectStore asAws(HttpServer server) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new S3ObjectStore(
                new Server(Optional.of(endpoint), "us-east-1", true, true),
                new SignInProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("A", "b")),
                        false,
                        Duration.ZERO),
                Trust.of(new ServerTrust.Runtime()),
                Bandwidth.unlimited(),
                Timeouts.DEFAULTS,
                CopyLimits.DEFAULTS);
    }
}
