package org.outturn.aws;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.trust.TrustedServers;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/** Whose certificates are believed. The same for short requests and for transfers. */
final class Trust implements TlsTrustManagersProvider {
    private final X509ExtendedTrustManager judge;
    private final boolean names;

    private Trust(X509ExtendedTrustManager judge, boolean names) {
        this.judge = judge;
        this.names = names;
    }

    /**
     * What a connection asks for.
     *
     * @throws org.outturn.failure.FailureException if a file of authorities cannot be used
     */
    static Trust of(ServerTrust trust) {
        return new Trust(TrustedServers.of(trust), TrustedServers.namesMatter(trust));
    }

    /** What a store of certificates holds. */
    static Trust in(KeyStore authorities) {
        return new Trust(TrustedServers.judge(authorities), true);
    }

    @Override
    public TrustManager[] trustManagers() {
        return new TrustManager[] {judge};
    }

    /** Whether the name in the certificate has to be the server's. */
    boolean namesMatter() {
        return names;
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the runtime has no TLS", e);
        }
    }
}
