package org.outturn.connection.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.outturn.connection.ServerTrust;
import org.outturn.failure.ServerCertificate.Distrust;

/**
 * Believes one certificate, whoever signed it, whatever name it is for and however old it is: the
 * operator has compared it. Any other one is a changed one.
 */
final class OneCertificate extends X509ExtendedTrustManager {
    private final ServerTrust.Certificate known;

    OneCertificate(ServerTrust.Certificate known) {
        this.known = known;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (!Certificates.sha256(chain[0]).equals(known.sha256())) {
            throw new UntrustedCertificate(
                    Certificates.facts(chain[0], List.of(Distrust.CHANGED)),
                    new CertificateException("not the certificate that is trusted"));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
