package org.outturn.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a real server, on loopback, and lets go wrong what its script says.
 * Speaks plain HTTP/1.1, one request after the other on each connection.
 */
final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final URI server;
    private final FaultScript script = new FaultScript();
    private final Set<Wire> clients = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final InetSocketAddress address;
    private boolean mended;
    private @Nullable ServerSocket listening;
    private @Nullable Thread acceptor;
    private @Nullable Socket placeholder;

    FaultProxy(URI server) throws IOException {
        this.server = server;
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        address = (InetSocketAddress) socket.getLocalSocketAddress();
        listen(socket);
    }

    URI endpoint() {
        return URI.create(
                "http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    FaultScript script() {
        return script;
    }

    /** Everything works again from now on; what is silent already stays so. */
    synchronized void mend() {
        script.clear();
        mended = true;
        comeBack();
    }

    private synchronized void listen(ServerSocket socket) {
        listening = socket;
        acceptor = Thread.ofVirtual().name("fault-proxy").start(() -> accept(socket));
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().name("fault-proxy-connection").start(() -> serve(client));
            }
        } catch (IOException e) {
            // down, or closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (Wire client = new Wire(socket);
                Wire upstream = new Wire(new Socket(server.getHost(), server.getPort()))) {
            clients.add(client);
            try {
                boolean over = isDown();
                while (!over) {
                    over = exchange(HttpHead.read(client.in()), client, upstream);
                }
            } finally {
                clients.remove(client);
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private boolean exchange(HttpHead head, Wire client, Wire upstream) throws IOException {
        Exchange exchange = new Exchange(head, client, upstream, this);
        Fault fault = script.next(exchange.request()).orElse(Exchange::pass);
        fault.strike(exchange);
        return exchange.isOver();
    }

    /**
     * Breaks every connection and refuses new ones.
     *
     * @param away how long, counted from now
     */
    synchronized void goDown(Duration away) {
        // who was told to before it was mended must not do so afterwards
        if (listening == null || mended) {
            return;
        }
        try {
            listening.close();
            listening = null;
            // the port is free only when nobody waits for a connection any more
            Objects.requireNonNull(acceptor).join();
            // bound, but not listening: the port stays ours and refuses
            placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
            clients.forEach(FaultProxy::breakOff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        CompletableFuture.delayedExecutor(away.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::comeBack);
    }

    private static void breakOff(Wire client) {
        try {
            client.reset();
        } catch (IOException e) {
            // closed by itself meanwhile
        }
    }

    private synchronized boolean isDown() {
        return listening == null;
    }

    private synchronized void comeBack() {
        if (placeholder == null || closed.getCount() == 0) {
            return;
        }
        try {
            placeholder.close();
            placeholder = null;
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            listen(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blocks until the proxy is closed. */
    void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks for some time, or until the proxy is closed. */
    void awaitClosed(Duration atMost) {
        try {
            closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            if (listening != null) {
                listening.close();
            }
            if (placeholder != null) {
                placeholder.close();
            }
            for (Wire client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
