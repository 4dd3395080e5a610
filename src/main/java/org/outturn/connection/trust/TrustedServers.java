package org.outturn.connection.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.ServerTrust;

/** Makes the judge of certificates that a connection asks for. */
public final class TrustedServers {
    private TrustedServers() {}

    /**
     * The judge, which throws {@link UntrustedCertificate} at what it does not believe.
     *
     * @throws org.outturn.failure.FailureException with {@link
     *     org.outturn.failure.Failure.AuthorityFile} if a file of authorities cannot be used
     */
    public static X509ExtendedTrustManager of(ServerTrust trust) {
        return switch (trust) {
            case ServerTrust.Runtime _ -> judge(null);
            case ServerTrust.Authorities(Path pem) -> judge(more(AuthorityFiles.read(pem)));
            case ServerTrust.Certificate known -> new OneCertificate(known);
        };
    }

    /** Whether the name in the certificate has to be the server's. */
    public static boolean namesMatter(ServerTrust trust) {
        return !(trust instanceof ServerTrust.Certificate);
    }

    /**
     * The judge of what a store of certificates vouches for.
     *
     * @param authorities {@code null} for those of the Java runtime
     */
    public static X509ExtendedTrustManager judge(@Nullable KeyStore authorities) {
        return new ServerJudge(manager(authorities), InstantSource.system());
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager manager) {
                    return manager;
                }
            }
            throw new IllegalStateException("the runtime judges no certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the trusted certificates cannot be read", e);
        }
    }

    private static KeyStore more(List<X509Certificate> authorities) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate known : ((X509TrustManager) manager(null)).getAcceptedIssuers()) {
                all.setCertificateEntry("runtime-" + number++, known);
            }
            for (X509Certificate added : authorities) {
                all.setCertificateEntry("added-" + number++, added);
            }
            return all;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates cannot be put together", e);
        }
    }
}
