package org.outturn.storage;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Passes HTTP on to a real server, byte for byte, and notes each request on the way. It can hold
 * the server's answers back, and slow down what is sent.
 */
public final class Relay implements AutoCloseable {
    private static final int MOST_HEAD_BYTES = 64 << 10;

    private final URI server;
    private final ServerSocket socket;
    private final List<RelayedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile Predicate<RelayedRequest> held = request -> false;
    private volatile Predicate<RelayedRequest> unanswered = request -> false;

    public Relay(URI server) throws IOException {
        this.server = server;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI endpoint() {
        return URI.create(
                "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort());
    }

    /** Every request so far, in the order of their arrival. */
    public List<RelayedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Bytes of request bodies that went through so far. */
    public long bodyBytes() {
        return bodyBytes.get();
    }

    /** From now on, requests like these go no further, so that their answers never come. */
    public void hold(Predicate<RelayedRequest> which) {
        held = which;
    }

    /** From now on, requests like these arrive, but the connection breaks instead of an answer. */
    public void loseAnswers(Predicate<RelayedRequest> which) {
        unanswered = which;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(upstream);
                AtomicBoolean lost = new AtomicBoolean();
                Thread.ofVirtual().start(() -> passRequests(client, upstream, lost));
                Thread.ofVirtual().start(() -> passAnswers(client, upstream, lost));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void passRequests(Socket client, Socket upstream, AtomicBoolean lost) {
        try (client;
                upstream) {
            InputStream in = client.getInputStream();
            OutputStream out = upstream.getOutputStream();
            while (true) {
                byte[] head = head(in);
                RelayedRequest request =
                        RelayedRequest.parse(new String(head, StandardCharsets.ISO_8859_1));
                requests.add(request);
                if (held.test(request)) {
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                lost.set(unanswered.test(request));
                out.write(head);
                passBody(in, out, request.contentLength());
                out.flush();
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private void passBody(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[8 << 10];
        long left = length;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, n);
            bodyBytes.addAndGet(n);
            left -= n;
        }
    }

    private static void passAnswers(Socket client, Socket upstream, AtomicBoolean lost) {
        try (client;
                upstream) {
            InputStream in = upstream.getInputStream();
            byte[] buffer = new byte[8 << 10];
            int n = in.read(buffer);
            while (n >= 0 && !lost.get()) {
                client.getOutputStream().write(buffer, 0, n);
                n = in.read(buffer);
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0 || head.size() > MOST_HEAD_BYTES) {
                throw new EOFException();
            }
            head.write(b);
            boolean expected = b == (ends % 2 == 0 ? '\r' : '\n');
            ends = expected ? ends + 1 : b == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
