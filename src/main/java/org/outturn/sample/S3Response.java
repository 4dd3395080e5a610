package org.outturn.sample;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The answer to one request; exactly one {@code send} ends it. */
final class S3Response {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final long MAX_DRAIN = 256L << 20;
    private final HttpExchange exchange;
    private final String requestId =
            ContentFiles.newName().substring(0, 16).toUpperCase(Locale.ROOT);
    private IntConsumer beforeSending = _ -> {};
    private boolean sent;

    S3Response(HttpExchange exchange) {
        this.exchange = exchange;
        header("x-amz-request-id", requestId);
        header("Server", "OutturnSample");
    }

    /** Has a listener told of the status before a client can know it. */
    void beforeSending(IntConsumer listener) {
        beforeSending = listener;
    }

    S3Response header(String name, @Nullable Object value) {
        if (value != null) {
            exchange.getResponseHeaders().set(name, value.toString());
        }
        return this;
    }

    S3Response date(String name, Instant value) {
        return header(name, httpDate(value));
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    /** Ends with a status and no body. */
    void send(int code) throws IOException {
        sending(code);
        exchange.sendResponseHeaders(code, -1);
    }

    void send(XmlWriter xml) throws IOException {
        send(200, "application/xml", xml.bytes());
    }

    void send(int code, String contentType, byte[] body) throws IOException {
        header("Content-Type", contentType);
        try (OutputStream out = begin(code, body.length)) {
            out.write(body);
        }
    }

    /**
     * Sends the headers of an answer whose body of {@code length} bytes the caller writes; to a
     * HEAD request, only says the length.
     */
    OutputStream begin(int code, long length) throws IOException {
        sending(code);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            header("Content-Length", length);
        }
        exchange.sendResponseHeaders(code, head || length == 0 ? -1 : length);
        return head || length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
    }

    void send(S3Error error) throws IOException {
        if (sent) {
            return; // too late: an answer is under way, and closing it short tells the client
        }
        drain();
        error.headers.forEach(this::header);
        if (exchange.getRequestMethod().equals("HEAD") || error.status == 304) {
            send(error.status);
            return;
        }
        XmlWriter xml =
                XmlWriter.ofError().add("Code", error.code).add("Message", error.getMessage());
        error.details.forEach(xml::add);
        xml.add("Resource", exchange.getRequestURI().toString().replaceFirst("\\?.*", ""));
        xml.add("RequestId", requestId);
        send(error.status, "application/xml", xml.bytes());
    }

    private void sending(int code) {
        sent = true;
        beforeSending.accept(code);
    }

    /** A client that is still sending does not listen: read its body to the end, within reason. */
    private void drain() throws IOException {
        long left = MAX_DRAIN;
        byte[] buffer = new byte[64 * 1024];
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = exchange.getRequestBody().read(buffer);
        }
    }
}
