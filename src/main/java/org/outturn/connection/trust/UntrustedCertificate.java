package org.outturn.connection.trust;

import java.security.cert.CertificateException;
import java.util.Optional;
import org.outturn.failure.ServerCertificate;

/** A server's certificate was refused; says what the server showed. */
public final class UntrustedCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient ServerCertificate certificate;

    UntrustedCertificate(ServerCertificate certificate, CertificateException cause) {
        super(certificate.distrust().toString(), cause);
        this.certificate = certificate;
    }

    /** What the server showed, and why it was not enough. */
    public ServerCertificate certificate() {
        return certificate;
    }

    /** The one among what was thrown and its causes. */
    public static Optional<ServerCertificate> in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof UntrustedCertificate refused) {
                return Optional.of(refused.certificate());
            }
        }
        return Optional.empty();
    }
}
