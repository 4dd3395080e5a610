package org.outturn.connection.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/** Reads certificates in their text form (RFC 7468); text between them is passed over. */
final class AuthorityFiles {
    private static final String ACTION = "ReadAuthorities";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final Pattern CERTIFICATE =
            Pattern.compile(BEGIN + "([^-]*)(-----END CERTIFICATE-----)?");

    /** The largest bundles of all authorities there are have a quarter of a mebibyte. */
    private static final long MOST_BYTES = 4 << 20;

    private AuthorityFiles() {}

    /**
     * The certificates of a file, at least one.
     *
     * @throws FailureException if the file cannot be read, has none, or one is broken: then it says
     *     which line it begins at
     */
    static List<X509Certificate> read(Path pem) {
        String text = text(pem);
        var found = new ArrayList<X509Certificate>();
        Matcher each = CERTIFICATE.matcher(text);
        while (each.find()) {
            long line = text.substring(0, each.start()).lines().count() + 1;
            found.add(certificate(pem, each, line));
        }
        if (found.isEmpty()) {
            boolean key = text.contains("PRIVATE KEY-----");
            throw unusable(
                    pem,
                    key
                            ? "it holds a private key and no certificate"
                            : "it holds no certificate in text form (BEGIN CERTIFICATE)");
        }
        return List.copyOf(found);
    }

    private static X509Certificate certificate(Path pem, Matcher text, long line) {
        if (text.group(2) == null) {
            throw unusable(pem, "the certificate that begins at line " + line + " has no end");
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            text.group().getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw unusable(pem, "the certificate that begins at line " + line + " is damaged");
        }
    }

    private static String text(Path pem) {
        try {
            if (Files.size(pem) > MOST_BYTES) {
                throw unusable(pem, "it is too large for a file of certificates");
            }
            return Files.readString(pem, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unusable(pem, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static FailureException unusable(Path pem, String why) {
        return new FailureException(
                new Failure.AuthorityFile(
                        pem.toString(),
                        new Attempt(ACTION, String.valueOf(pem.getFileName())),
                        Technical.of(why)));
    }
}
