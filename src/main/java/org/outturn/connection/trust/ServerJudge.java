package org.outturn.connection.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.outturn.failure.ServerCertificate.Distrust;

/**
 * Believes what the Java runtime's own judge believes; whatever that refuses is refused with the
 * certificate's facts and all reasons that can be told.
 */
final class ServerJudge extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private final InstantSource clock;

    ServerJudge(X509ExtendedTrustManager judge, InstantSource clock) {
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judged(chain, authType, () -> judge.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judged(chain, authType, () -> judge.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        judged(chain, authType, () -> judge.checkServerTrusted(chain, authType));
    }

    private void judged(X509Certificate[] chain, String authType, Judgement judgement)
            throws CertificateException {
        try {
            judgement.run();
        } catch (CertificateException e) {
            throw new UntrustedCertificate(
                    Certificates.facts(chain[0], reasons(chain, authType)), e);
        }
    }

    private List<Distrust> reasons(X509Certificate[] chain, String authType) {
        var reasons = new ArrayList<Distrust>();
        Instant now = clock.instant();
        boolean over = false;
        boolean early = false;
        for (X509Certificate each : chain) {
            over |= now.isAfter(each.getNotAfter().toInstant());
            early |= now.isBefore(each.getNotBefore().toInstant());
        }
        if (goodForAnotherHost(chain, authType)) {
            reasons.add(Distrust.WRONG_HOST);
        } else if (Certificates.isSelfSigned(chain[0])) {
            reasons.add(Distrust.SELF_SIGNED);
        } else if (!over && !early) {
            reasons.add(isKnownIssuer(chain) ? Distrust.OTHER : Distrust.UNKNOWN_AUTHORITY);
        } else if (!isKnownIssuer(chain)) {
            reasons.add(Distrust.UNKNOWN_AUTHORITY);
        }
        if (over) {
            reasons.add(Distrust.EXPIRED);
        }
        if (early) {
            reasons.add(Distrust.NOT_YET_VALID);
        }
        return reasons;
    }

    /** Without a socket nobody asks for the name. */
    private boolean goodForAnotherHost(X509Certificate[] chain, String authType) {
        try {
            judge.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private boolean isKnownIssuer(X509Certificate[] chain) {
        var top = chain[chain.length - 1];
        for (X509Certificate known : judge.getAcceptedIssuers()) {
            if (known.equals(top)
                    || known.getSubjectX500Principal().equals(top.getIssuerX500Principal())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    /** What throws when it does not believe. */
    @FunctionalInterface
    private interface Judgement {
        void run() throws CertificateException;
    }
}
