package org.outturn.aws.sso;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.outturn.storage.Cancellation;

/**
 * Where the browser comes back to (RFC 8252, section 7.3): a port of this computer that nobody else
 * reaches, for as long as one sign-in takes. What does not know the sign-in's state is turned away,
 * and the wait goes on.
 */
final class Loopback implements AutoCloseable {
    /** What is registered; the port may differ each time (RFC 8252, section 7.3). */
    static final String REGISTERED = "http://127.0.0.1/oauth/callback";

    private static final String PATH = "/oauth/callback";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String state;
    private final CallbackPages pages;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /**
     * How the browser came back.
     *
     * @param code empty when the sign-in was refused
     * @param error what the other side called it; empty when there is a code
     */
    record Outcome(String code, String error) {
        @Override
        public String toString() {
            return error.isEmpty() ? "a code" : error;
        }
    }

    /**
     * @param state what only the right answer knows
     */
    Loopback(String state, CallbackPages pages) {
        this.state = state;
        this.pages = pages;
        try {
            byte[] here = {127, 0, 0, 1};
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(here), 0), 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI redirectUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /**
     * Waits for the browser.
     *
     * @return empty when nobody came in time
     * @throws CancellationException when it is cancelled
     */
    Optional<Outcome> await(Duration patience, Cancellation cancellation) {
        cancellation.onCancel(() -> outcome.cancel(false));
        try {
            return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<Outcome> came = Optional.empty();
        try (exchange) {
            boolean mine =
                    exchange.getRequestMethod().equals("GET")
                            && exchange.getRequestURI().getPath().equals(PATH);
            if (!mine) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            came = outcome(query(exchange.getRequestURI().getRawQuery()));
            boolean good = came.filter(known -> known.error().isEmpty()).isPresent();
            send(exchange, came.isPresent() ? 200 : 400, good ? pages.done() : pages.failed());
        } finally {
            // only now: the server ends with the wait, and the page is to be seen
            came.ifPresent(outcome::complete);
        }
    }

    private Optional<Outcome> outcome(Map<String, String> query) {
        String error = query.getOrDefault("error", "");
        boolean known = state.equals(query.get("state"));
        if (!error.isEmpty() && (known || !query.containsKey("state"))) {
            return Optional.of(new Outcome("", error));
        }
        String code = query.getOrDefault("code", "");
        return known && !code.isEmpty() ? Optional.of(new Outcome(code, "")) : Optional.empty();
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        headers.set("Connection", "close");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> all = new HashMap<>();
        if (raw == null) {
            return all;
        }
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            try {
                all.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1
                                ? ""
                                : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // a broken escape is no answer of the sign-in's
            }
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
