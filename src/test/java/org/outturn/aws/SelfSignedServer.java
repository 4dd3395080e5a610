package org.outturn.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An https server whose certificate nobody has signed but itself, made on the spot. Behind the
 * encryption it passes everything on to a plain server.
 */
public final class SelfSignedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final URI plain;
    private final KeyStore keys;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SelfSignedServer(ServerSocket socket, URI plain, KeyStore keys) {
        this.socket = socket;
        this.plain = plain;
        this.keys = keys;
    }

    public static SelfSignedServer before(URI plain, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("self-signed.p12");
        if (Files.notExists(file)) {
            TestCertificates.selfSigned(file, "ip:127.0.0.1");
        }
        return showing(file, plain, 0);
    }

    /**
     * One that shows the certificate "self" of a store that {@link TestCertificates} made.
     *
     * @param port 0 for any
     */
    public static SelfSignedServer showing(Path file, URI plain, int port)
            throws IOException, GeneralSecurityException {
        KeyStore keys = TestCertificates.load(file);
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, TestCertificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory()
                        .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        SelfSignedServer server = new SelfSignedServer(socket, plain, keys);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    public URI endpoint() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What a client would have to trust. */
    KeyStore certificates() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        Certificate certificate = keys.getCertificate("self");
        trusted.setCertificateEntry("self", certificate);
        return trusted;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket upstream = new Socket(plain.getHost(), plain.getPort());
                open.add(client);
                open.add(upstream);
                Thread.ofVirtual().start(() -> pass(client, upstream));
                Thread.ofVirtual().start(() -> pass(upstream, client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two has gone, or does not trust us
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
