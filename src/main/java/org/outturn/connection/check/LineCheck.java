package org.outturn.connection.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.trust.Certificates;
import org.outturn.connection.trust.TrustedServers;
import org.outturn.connection.trust.UntrustedCertificate;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;

/** Tries the line to a server, before anything of S3 is said on it. */
final class LineCheck {
    private static final String REACH_ACTION = "CheckReach";
    private static final String ENCRYPT_ACTION = "CheckEncryption";

    /** As long as a store waits for a connection. */
    private static final int PATIENCE = 4_000;

    private final ServerAddress server;
    private final ServerTrust trust;
    private final InstantSource clock;

    LineCheck(ServerAddress server, ServerTrust trust, InstantSource clock) {
        this.server = server;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Looks the name up and connects to the first address that answers, out of two at most.
     *
     * @throws FailureException with {@link Failure.Unreachable}
     */
    CheckFinding.Reached reach(Cancellation cancellation) {
        IOException last = new UnknownHostException(server.host());
        try {
            InetAddress[] all = InetAddress.getAllByName(server.host());
            for (int i = 0; i < Math.min(2, all.length); i++) {
                try (Socket socket = connect(all[i], cancellation)) {
                    return new CheckFinding.Reached(
                            server.host(), socket.getInetAddress().getHostAddress(), server.port());
                } catch (IOException e) {
                    cancellation.check();
                    last = e;
                }
            }
        } catch (UnknownHostException e) {
            last = e;
        }
        throw unreachable(REACH_ACTION, last);
    }

    /**
     * Agrees on an encryption and has the server's certificate judged.
     *
     * @throws FailureException if it is not trusted, or the server does not speak TLS
     */
    CheckFinding.Encrypted encrypt(Cancellation cancellation) {
        try (Socket plain = connect(InetAddress.getByName(server.host()), cancellation);
                var secure =
                        (SSLSocket)
                                context()
                                        .getSocketFactory()
                                        .createSocket(plain, server.host(), server.port(), true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(
                    TrustedServers.namesMatter(trust) ? "HTTPS" : null);
            secure.setSSLParameters(parameters);
            secure.setSoTimeout(PATIENCE);
            secure.startHandshake();
            Certificate[] chain = secure.getSession().getPeerCertificates();
            ServerCertificate shown = Certificates.facts((X509Certificate) chain[0]);
            return new CheckFinding.Encrypted(
                    secure.getSession().getProtocol(),
                    shown,
                    Duration.between(clock.instant(), shown.validTo()).toDays());
        } catch (IOException e) {
            cancellation.check();
            Optional<ServerCertificate> refused = UntrustedCertificate.in(e);
            throw refused.isPresent()
                    ? new FailureException(
                            new Failure.Untrusted(refused, attempt(ENCRYPT_ACTION), technical(e)))
                    : unreachable(ENCRYPT_ACTION, e);
        }
    }

    private Socket connect(InetAddress address, Cancellation cancellation) throws IOException {
        var socket = new Socket();
        cancellation.onCancel(() -> closeQuietly(socket));
        try {
            socket.connect(new InetSocketAddress(address, server.port()), PATIENCE);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nobody waits for it any more
        }
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {TrustedServers.of(trust)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the runtime has no TLS", e);
        }
    }

    private FailureException unreachable(String action, IOException why) {
        return new FailureException(new Failure.Unreachable(attempt(action), technical(why)));
    }

    private Attempt attempt(String action) {
        return new Attempt(action, server.toString());
    }

    /** Only the kind: what else is in the text, the operator has typed. */
    private static Technical technical(IOException why) {
        String kind =
                switch (why) {
                    case UnknownHostException _ -> "no such host";
                    case ConnectException _ -> "refused";
                    case NoRouteToHostException _ -> "no route";
                    case SocketTimeoutException _ -> "no answer in time";
                    default -> why.getClass().getSimpleName();
                };
        return Technical.of(kind);
    }
}
