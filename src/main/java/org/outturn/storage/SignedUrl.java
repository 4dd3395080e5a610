package org.outturn.storage;

import java.net.URI;
import java.time.Instant;

/**
 * A presigned URL. It is a secret: whoever has it has the object, so it prints as its address only.
 *
 * @param url the whole URL with its signature
 * @param expires when the signature ends by itself: signing time plus the asked-for lifetime, whole
 *     seconds
 * @param credentialsExpire when the credentials that signed it end; {@link Instant#MAX} when they
 *     do not
 */
public record SignedUrl(
        ObjectAddress address, URI url, Instant expires, Instant credentialsExpire) {

    /** The moment from which the URL is refused: the earlier of the two ends. */
    public Instant effectiveEnd() {
        return expires.isBefore(credentialsExpire) ? expires : credentialsExpire;
    }

    @Override
    public String toString() {
        return "SignedUrl[" + address + ", until " + effectiveEnd() + "]";
    }
}
