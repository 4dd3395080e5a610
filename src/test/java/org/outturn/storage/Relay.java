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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes HTTP on to a real server, byte for byte, and notes each request on the way. It can hold
 * the server's answers back, and change them.
 */
public final class Relay implements AutoCloseable {
    private static final int MOST_HEAD_BYTES = 64 << 10;
    private static final Pattern EXPECTS_BODY =
            Pattern.compile("\ncontent-length: [1-9]", Pattern.CASE_INSENSITIVE);

    private final URI server;
    private final ServerSocket socket;
    private final List<RelayedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile Predicate<RelayedRequest> held = request -> false;
    private volatile Predicate<RelayedRequest> unanswered = request -> false;
    private volatile Function<RelayedRequest, UnaryOperator<byte[]>> changes = request -> null;
    private volatile UnaryOperator<String> heads = UnaryOperator.identity();

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

    /**
     * From now on, the first bytes of some answers, which have all of the head, are changed.
     *
     * @param which the change for a request's answer; null for none
     */
    public void changeAnswers(Function<RelayedRequest, UnaryOperator<byte[]>> which) {
        changes = which;
    }

    /** From now on, requests go on with other heads, as proxies do that take a path away. */
    public void changeRequests(UnaryOperator<String> change) {
        heads = change;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(upstream);
                Exchange exchange = new Exchange();
                Thread.ofVirtual().start(() -> passRequests(client, upstream, exchange));
                Thread.ofVirtual().start(() -> passAnswers(client, upstream, exchange));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void passRequests(Socket client, Socket upstream, Exchange exchange) {
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
                exchange.lost.set(unanswered.test(request));
                exchange.bodies.set(!request.method().equals("HEAD"));
                exchange.change.set(changes.apply(request));
                String changed = heads.apply(new String(head, StandardCharsets.ISO_8859_1));
                out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
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

    private static void passAnswers(Socket client, Socket upstream, Exchange exchange) {
        try (client;
                upstream) {
            InputStream in = upstream.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[8 << 10];
            int n = in.read(buffer);
            while (n >= 0 && !exchange.lost.get()) {
                UnaryOperator<byte[]> change = exchange.change.getAndSet(null);
                if (change == null) {
                    out.write(buffer, 0, n);
                } else {
                    ByteArrayOutputStream first = new ByteArrayOutputStream();
                    first.writeBytes(Arrays.copyOf(buffer, n));
                    complete(first, in, exchange.bodies.get());
                    out.write(change.apply(first.toByteArray()));
                }
                n = in.read(buffer);
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    /** Reads on until the head of an answer is there, and some of its body if it has one. */
    private static void complete(ByteArrayOutputStream first, InputStream in, boolean bodies)
            throws IOException {
        while (!isComplete(first.toString(StandardCharsets.ISO_8859_1), bodies)) {
            int b = in.read();
            if (b < 0) {
                return;
            }
            first.write(b);
        }
    }

    private static boolean isComplete(String text, boolean bodies) {
        int end = text.indexOf("\r\n\r\n");
        boolean empty = !bodies || !EXPECTS_BODY.matcher(text).find();
        return end >= 0 && (empty || text.length() > end + "\r\n\r\n".length());
    }

    /** What is to happen to the next answer of a connection. */
    private static final class Exchange {
        private final AtomicBoolean lost = new AtomicBoolean();
        private final AtomicBoolean bodies = new AtomicBoolean();
        private final AtomicReference<@Nullable UnaryOperator<byte[]>> change =
                new AtomicReference<>();
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
