package org.outturn.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.outturn.storage.RelayedRequest;

/**
 * One request and its answer on their way through the proxy, step by step. Each fault takes the
 * steps as far as it wants to.
 */
final class Exchange {
    private final HttpHead head;
    private final RelayedRequest request;
    private final Wire client;
    private final Wire server;
    private final FaultProxy proxy;
    private boolean serverDeaf;
    private long requestLeft;
    private long answerLeft;
    private InputStream answerBody = InputStream.nullInputStream();
    private boolean over;

    Exchange(HttpHead head, Wire client, Wire server, FaultProxy proxy) {
        this.head = head;
        this.request = RelayedRequest.parse(head.text());
        this.client = client;
        this.server = server;
        this.proxy = proxy;
        this.requestLeft = head.contentLength();
    }

    RelayedRequest request() {
        return request;
    }

    /** Everything as it is. */
    void pass() throws IOException {
        passRequest();
        HttpHead answer = receive();
        answer(answer);
        passAnswer(answerLeft());
    }

    /** The request, whole. */
    void passRequest() throws IOException {
        passHead();
        passBody(requestLeft);
    }

    void passHead() throws IOException {
        head.write(server.out());
    }

    /** Bytes of the request's body that have not been passed on yet. */
    long requestLeft() {
        return requestLeft;
    }

    /** The next bytes of the request's body. */
    void passBody(long bytes) throws IOException {
        OutputStream to = serverDeaf ? OutputStream.nullOutputStream() : new Tolerant();
        Wire.pass(client.in(), to, bytes);
        requestLeft -= bytes;
    }

    /** The next byte of the request's body, as another one. */
    void changeBody() throws IOException {
        server.out().write(client.in().read() ^ 1);
        requestLeft--;
    }

    /** What is left of the request goes nowhere. */
    void swallowBody() throws IOException {
        Wire.pass(client.in(), OutputStream.nullOutputStream(), requestLeft);
        requestLeft = 0;
    }

    /** The head of the server's answer; its body waits. */
    HttpHead receive() throws IOException {
        HttpHead answer = HttpHead.read(server.in());
        if (answer.isChunked()) {
            byte[] body = Wire.unchunked(server.in());
            answerBody = new ByteArrayInputStream(body);
            answerLeft = body.length;
            return answer.without("transfer-encoding")
                    .with("Content-Length", String.valueOf(body.length));
        }
        answerBody = server.in();
        answerLeft = request.method().equals("HEAD") ? 0 : answer.contentLength();
        return answer;
    }

    /** Bytes of the answer's body that have not been passed on yet. */
    long answerLeft() {
        return answerLeft;
    }

    void answer(HttpHead answer) throws IOException {
        answer.write(client.out());
    }

    /** The next bytes of the answer's body. */
    void passAnswer(long bytes) throws IOException {
        Wire.pass(answerBody, client.out(), bytes);
        answerLeft -= bytes;
    }

    /** The next byte of the answer's body, as another one. */
    void changeAnswer() throws IOException {
        client.out().write(answerBody.read() ^ 1);
        answerLeft--;
    }

    /** All that is left of the answer's body. */
    byte[] takeAnswer() throws IOException {
        byte[] rest = answerBody.readNBytes(Math.toIntExact(answerLeft));
        answerLeft = 0;
        return rest;
    }

    /** An answer of one's own. */
    void answer(HttpHead answer, byte[] body) throws IOException {
        answer.with("Content-Length", String.valueOf(body.length)).write(client.out());
        if (!request.method().equals("HEAD")) {
            client.out().write(body);
        }
    }

    /** Nothing comes for a while. */
    void pause(Duration time) {
        proxy.awaitClosed(time);
    }

    /** A head that comes in pieces with pauses between them. */
    void trickle(HttpHead answer, int pieces, Duration pause) throws IOException {
        byte[] bytes = answer.text().getBytes(StandardCharsets.ISO_8859_1);
        int piece = Math.ceilDiv(bytes.length, pieces);
        for (int from = 0; from < bytes.length; from += piece) {
            pause(pause);
            client.out().write(bytes, from, Math.min(piece, bytes.length - from));
        }
    }

    /** Nothing comes any more; the connection stays as it is. */
    void fallSilent() {
        over = true;
        proxy.awaitClosed();
    }

    /** Both connections break. */
    void reset() throws IOException {
        over = true;
        server.reset();
        client.reset();
    }

    /** Both connections end in order. */
    void end() {
        over = true;
    }

    /** The client is told that no byte follows, but may go on sending. */
    void endOutput() throws IOException {
        over = true;
        client.endOutput();
    }

    /** The server goes away with all its connections, and comes back after a while. */
    void restart(Duration away) {
        over = true;
        proxy.goDown(away);
    }

    /** Whether no further request can come on this connection. */
    boolean isOver() {
        return over;
    }

    /** A server that has answered early does not listen any more; its answer counts. */
    private final class Tolerant extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            if (serverDeaf) {
                return;
            }
            try {
                server.out().write(bytes, from, count);
            } catch (IOException e) {
                serverDeaf = true;
            }
        }
    }
}
