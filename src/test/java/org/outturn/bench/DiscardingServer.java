package org.outturn.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes uploads as an S3 server does, and forgets them: for files that no memory holds. It has
 * nothing and checks nothing.
 */
final class DiscardingServer implements AutoCloseable {
    private static final String UPLOAD =
            "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>";
    private static final String COMPLETED =
            "<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>";
    private static final String EMPTY =
            "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

    private static final String NO_UPLOADS =
            "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>"
                    + "</ListMultipartUploadsResult>";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong received = new AtomicLong();

    /** What was received before the upload began, and how much the last one stored. */
    private final AtomicLong before = new AtomicLong();

    private final AtomicLong stored = new AtomicLong();

    private volatile String storedPath = "";
    private final HttpServer server;

    DiscardingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bytes of all bodies of PUT requests. */
    long received() {
        return received.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            try (InputStream body = exchange.getRequestBody()) {
                long length = body.transferTo(OutputStream.nullOutputStream());
                if (exchange.getRequestMethod().equals("PUT")) {
                    received.addAndGet(length);
                }
            }
            exchange.getResponseHeaders().set("ETag", "\"e\"");
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> describe(exchange);
                case "PUT" -> exchange.sendResponseHeaders(200, -1);
                case "POST" -> {
                    boolean complete = query.contains("uploadId");
                    if (complete) {
                        stored.set(received.get() - before.get());
                        storedPath = exchange.getRequestURI().getRawPath();
                    } else {
                        before.set(received.get());
                    }
                    send(exchange, complete ? COMPLETED : UPLOAD);
                }
                case "GET" -> {
                    if (query.contains("list-type")) {
                        send(exchange, EMPTY);
                    } else if (query.startsWith("uploads")) {
                        send(exchange, NO_UPLOADS);
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                    }
                }
                default -> exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    /** Only the object that was stored last is known. */
    private void describe(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getRawPath().equals(storedPath)) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(stored.get()));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static void send(HttpExchange exchange, String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
