package org.outturn.sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small S3 server in this process: on loopback, a random port and keys of its own, so that nobody
 * else can use it. Path style only. It verifies signatures as S3 does, keeps objects in a folder
 * and answers 501 to whatever it does not know.
 */
public final class SampleServer implements AutoCloseable {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private final HttpServer http;
    private final ExecutorService executor;
    private final SampleStore store;
    private final SampleOptions options;

    private SampleServer(
            HttpServer http, ExecutorService executor, SampleStore store, SampleOptions options) {
        this.http = http;
        this.executor = executor;
        this.store = store;
        this.options = options;
    }

    /**
     * Starts a server on what a folder holds.
     *
     * @param folder made when absent; one server at a time may use it
     * @throws IOException when the folder cannot be used, or no port is to be had
     */
    public static SampleServer start(Path folder, SampleOptions options) throws IOException {
        SampleOptions complete = options.keys().isEmpty() ? options.withKey(randomKey()) : options;
        SampleStore store = SampleStore.open(folder);
        try {
            sendAtOnce();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer http = HttpServer.create(address, 0);
            ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
            http.setExecutor(executor);
            http.createContext("/", new RequestHandler(store, complete));
            http.start();
            return new SampleServer(http, executor, store, complete);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Where it answers, for instance {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        InetSocketAddress address = http.getAddress();
        return URI.create(
                "http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** The first of its keys. */
    public String accessKey() {
        return options.keys().getFirst().accessKey();
    }

    /** The secret of {@link #accessKey()}. */
    public String secretKey() {
        return options.keys().getFirst().secretKey();
    }

    public String region() {
        return options.region();
    }

    /** What it serves; may be changed while it runs. */
    public SampleStore store() {
        return store;
    }

    /** Stops at once: requests under way are cut off. */
    @Override
    public void close() throws IOException {
        http.stop(0);
        executor.shutdownNow();
        store.close();
    }

    /**
     * Has the JDK's server set TCP_NODELAY, for which it has a system property only, read once. An
     * answer of 9 to 64 KiB would else wait 40 ms for an acknowledgement that the client delays.
     */
    private static void sendAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private static SampleKey randomKey() {
        var random = new SecureRandom();
        byte[] access = new byte[10];
        byte[] secret = new byte[30];
        random.nextBytes(access);
        random.nextBytes(secret);
        return SampleKey.of(
                "SAMPLE" + Digests.hex(access).substring(6).toUpperCase(Locale.ROOT),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
}
