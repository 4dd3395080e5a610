package org.outturn.connection.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.ServerCertificate.Distrust;

/** Reads the facts of certificates. */
public final class Certificates {
    private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|,)CN=([^,]+)");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Certificates() {}

    /** The facts of a certificate that is trusted. */
    public static ServerCertificate facts(X509Certificate certificate) {
        return facts(certificate, List.of());
    }

    static ServerCertificate facts(X509Certificate certificate, List<Distrust> why) {
        return new ServerCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                sha256(certificate),
                hosts(certificate),
                why);
    }

    /** SHA-256 of the DER form, as 64 lower-case hexadecimal digits. */
    static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without its DER form", e);
        }
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** From the alternative names; from the common name where there are none, as of old. */
    private static List<String> hosts(X509Certificate certificate) {
        var hosts = new ArrayList<String>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0) instanceof Integer type
                        && (type == DNS_NAME || type == IP_ADDRESS)
                        && name.get(1) instanceof String text) {
                    hosts.add(text);
                }
            }
        } catch (CertificateParsingException e) {
            // names that cannot be read are none
        }
        Matcher common = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
        if (hosts.isEmpty() && common.find()) {
            hosts.add(common.group(1));
        }
        return hosts;
    }
}
