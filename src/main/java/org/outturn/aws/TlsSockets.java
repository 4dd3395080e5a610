package org.outturn.aws;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Encrypts the connections of short requests. The HTTP client's own way checks names a second time
 * by itself, outside of {@link Trust}: a certificate that the operator trusts whatever its name
 * would be refused, and one that is refused for its name would not be told.
 */
final class TlsSockets implements TlsSocketStrategy {
    private final SSLContext context;
    private final boolean names;
    private final Duration patience;

    TlsSockets(Trust trust, Duration patience) {
        this.context = trust.context();
        this.names = trust.namesMatter();
        this.patience = patience;
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String target, int port, Object attachment, HttpContext http)
            throws IOException {
        var secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, target, port, true);
        try {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(names ? "HTTPS" : null);
            secure.setSSLParameters(parameters);
            int before = secure.getSoTimeout();
            secure.setSoTimeout((int) patience.toMillis());
            secure.startHandshake();
            secure.setSoTimeout(before);
            return secure;
        } catch (IOException | RuntimeException e) {
            secure.close();
            throw e;
        }
    }
}
