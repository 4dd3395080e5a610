package org.outturn.failure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a server showed of itself, and why that was not enough. All of it is public.
 *
 * @param subject whom it was made for, as RFC 2253 writes names
 * @param issuer who signed it
 * @param validFrom the first instant at which it is good
 * @param validTo the last one
 * @param sha256 of its DER form, as 64 lower-case hexadecimal digits
 * @param hosts the names and addresses that it is for
 * @param distrust why it is not trusted; empty when it is
 */
public record ServerCertificate(
        String subject,
        String issuer,
        Instant validFrom,
        Instant validTo,
        String sha256,
        List<String> hosts,
        List<Distrust> distrust) {
    public ServerCertificate {
        hosts = List.copyOf(hosts);
        distrust = List.copyOf(distrust);
    }

    /** Reasons not to trust a certificate. */
    public enum Distrust {
        /** It is another one than the one that the operator trusts. */
        CHANGED,
        /** Nobody has signed it but itself. */
        SELF_SIGNED,
        /** Who signed it is not known to this computer. */
        UNKNOWN_AUTHORITY,
        /** It is for another host. */
        WRONG_HOST,
        /** Its time is over. */
        EXPIRED,
        /** Its time has not begun: perhaps the clock of this computer is wrong. */
        NOT_YET_VALID,
        /** Something else, for instance a signature that is too weak. */
        OTHER;

        /** The key of the words for it. */
        public String messageKey() {
            return "distrust." + name();
        }
    }

    /** The fingerprint as people compare it: in capitals, two digits at a time. */
    public String fingerprint() {
        return String.join(":", sha256.toUpperCase(Locale.ROOT).split("(?<=\\G..)"));
    }
}
