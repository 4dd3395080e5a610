package org.outturn.connection;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whose certificate a server may show. */
public sealed interface ServerTrust {

    /** Any that the Java runtime trusts. */
    record Runtime() implements ServerTrust {}

    /**
     * Any that the runtime trusts, and any that an authority of a file has signed.
     *
     * @param pem one certificate or more, in the text form of RFC 7468
     */
    record Authorities(Path pem) implements ServerTrust {}

    /**
     * One certificate and no other, whoever signed it and whatever name it is for.
     *
     * @param sha256 of its DER form, as 64 lower-case hexadecimal digits
     */
    record Certificate(String sha256) implements ServerTrust {
        private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

        /**
         * @param sha256 in either case, perhaps with colons
         * @throws IllegalArgumentException if it is no SHA-256
         */
        public Certificate {
            sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
            if (!DIGITS.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
            }
        }
    }
}
