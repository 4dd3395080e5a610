package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outturn.storage.Cancellation;

class LoopbackTest {
    private static final CallbackPages PAGES =
            CallbackPages.saying("Out<turn", "signed in", "not signed in");
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Loopback loopback = new Loopback("the-state", PAGES);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        loopback.close();
        client.shutdownNow();
    }

    @Test
    void takesTheCodeThatKnowsTheState() throws Exception {
        HttpResponse<String> page = get("?code=a%2Bb&state=the-state");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("signed in", "Out&lt;turn").doesNotContain("a+b");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(loopback.await(SHORT, Cancellation.never()))
                .contains(new Loopback.Outcome("a+b", ""));
    }

    @Test
    void turnsEverythingElseAwayAndWaitsOn() throws Exception {
        assertThat(get("?code=forged&state=another").statusCode()).isEqualTo(400);
        assertThat(get("?code=forged").statusCode()).isEqualTo(400);
        assertThat(get("?state=the-state").statusCode()).isEqualTo(400);
        assertThat(get("?error=access_denied&state=another").statusCode()).isEqualTo(400);
        assertThat(get("?code=%zz&state=the-state").statusCode()).isEqualTo(400);
        assertThat(get("").statusCode()).isEqualTo(400);
        URI elsewhere = loopback.redirectUri().resolve("/favicon.ico");
        assertThat(send(HttpRequest.newBuilder(elsewhere).build()).statusCode()).isEqualTo(404);
        URI right = URI.create(loopback.redirectUri() + "?code=x&state=the-state");
        HttpRequest post =
                HttpRequest.newBuilder(right).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(send(post).statusCode()).isEqualTo(404);
        assertThat(loopback.await(SHORT, Cancellation.never())).isEmpty();
        get("?code=right&state=the-state");
        assertThat(loopback.await(SHORT, Cancellation.never()))
                .contains(new Loopback.Outcome("right", ""));
    }

    @Test
    void tellsOfARefusal() throws Exception {
        assertThat(get("?error=access_denied&state=the-state").body()).contains("not signed in");
        assertThat(loopback.await(SHORT, Cancellation.never()))
                .contains(new Loopback.Outcome("", "access_denied"));
    }

    @Test
    void endsAtOnceWhenItIsCancelled() {
        var cancellation = new Cancellation();
        CompletableFuture.runAsync(
                cancellation::cancel,
                CompletableFuture.delayedExecutor(100, java.util.concurrent.TimeUnit.MILLISECONDS));
        long begun = System.nanoTime();
        assertThatThrownBy(() -> loopback.await(Duration.ofMinutes(1), cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void nobodyFromOutsideReachesIt() throws Exception {
        assertThat(loopback.redirectUri().getHost()).isEqualTo("127.0.0.1");
        int port = loopback.redirectUri().getPort();
        var others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
                        .toList();
        for (var address : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 1000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private HttpResponse<String> get(String query) throws Exception {
        URI redirect = loopback.redirectUri();
        // a broken escape is no URI in Java, but may well be sent
        if (query.contains("%zz")) {
            return raw(redirect, query);
        }
        return send(HttpRequest.newBuilder(URI.create(redirect + query)).build());
    }

    private HttpResponse<String> raw(URI redirect, String query) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", redirect.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET " + redirect.getPath() + query + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes(12);
            assertThat(new String(first, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
        return send(HttpRequest.newBuilder(URI.create(redirect + "?")).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
