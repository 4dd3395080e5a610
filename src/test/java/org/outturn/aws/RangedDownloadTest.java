package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.TestBucket;

/** Large downloads from servers that are not as they should be. */
@Timeout(60)
class RangedDownloadTest {
    private static final ObjectAddress OBJECT = new ObjectAddress("bucket", "key");

    @TempDir private Path folder;
    private final byte[] content = new byte[40 << 20];
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private ObjectStore store;
    private Behaviour behaviour = Behaviour.GOOD;

    private enum Behaviour {
        GOOD,
        /** Answers everything with the whole object. */
        KNOWS_NO_RANGES,
        /** Closes every second connection in the middle. */
        BREAKS,
        /** Closes every connection in the middle. */
        ALWAYS_BREAKS,
        /** Has another object from the third request on, and takes no notice of If-Match. */
        REPLACES,
        /** Refuses ranges from the third request on. */
        DENIES
    }

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        store =
                TestBucket.open(
                        new Connection(
                                "odd",
                                Optional.of(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + server.getAddress().getPort())),
                                "us-east-1",
                                Addressing.PATH,
                                new SignIn.Keys(new Credentials("KEY", "secret", "")),
                                Optional.empty()));
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void severalConnectionsShareTheWork() {
        assertThat(download()).hasBinaryContent(content);
        assertThat(requests.get()).isBetween(2, 5);
    }

    @Test
    void aServerWithoutRangesGivesItAllTheSame() {
        behaviour = Behaviour.KNOWS_NO_RANGES;

        assertThat(download()).hasBinaryContent(content);
    }

    @Test
    void whatBreaksOffIsAskedForAgain() {
        behaviour = Behaviour.BREAKS;

        assertThat(download()).hasBinaryContent(content);
    }

    @Test
    void aServerThatAlwaysBreaksOffIsGivenUp() {
        behaviour = Behaviour.ALWAYS_BREAKS;

        Failures.expect(Failure.Unreachable.class, this::download);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoObjectsAreNotMixed() {
        behaviour = Behaviour.REPLACES;

        Failures.expect(Failure.Damaged.class, this::download);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRefusalOfARangeIsTold() {
        behaviour = Behaviour.DENIES;

        Failures.expect(Failure.AccessDenied.class, this::download);

        assertThat(folder).isEmptyDirectory();
    }

    private Path download() {
        Path file = folder.resolve("file");
        store.download(
                new DownloadRequest(OBJECT, file, false),
                ProgressListener.NONE,
                Cancellation.never());
        return file;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = requests.incrementAndGet();
            String range = exchange.getRequestHeaders().getFirst("Range");
            boolean partial = range != null && behaviour != Behaviour.KNOWS_NO_RANGES;
            if (behaviour == Behaviour.DENIES && partial) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            int start = 0;
            int end = content.length;
            if (partial) {
                String[] both = range.substring("bytes=".length()).split("-");
                start = Integer.parseInt(both[0]);
                end = Integer.parseInt(both[1]) + 1;
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes " + start + "-" + (end - 1) + "/" + content.length);
            }
            boolean other = behaviour == Behaviour.REPLACES && number >= 3;
            exchange.getResponseHeaders().set("ETag", other ? "\"other\"" : "\"one\"");
            exchange.sendResponseHeaders(partial ? 206 : 200, end - start);
            boolean breaks =
                    behaviour == Behaviour.ALWAYS_BREAKS
                            || behaviour == Behaviour.BREAKS && number % 2 == 0;
            int sent = breaks ? (end - start) / 2 : end - start;
            exchange.getResponseBody().write(content, start, sent);
        }
    }
}
