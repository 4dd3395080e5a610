package org.outturn.share;

import java.net.URI;
import java.time.Instant;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.SignedUrl;

/** A link to one object. Whoever has it has the object, so it prints as its address only. */
public final class ShareLink {
    /** What ends a link. */
    public enum BoundBy {
        /** The lifetime that was asked for. */
        ASKED_TIME,
        /** The credentials that signed it, which end before. */
        CREDENTIALS
    }

    private final SignedUrl signed;

    public ShareLink(SignedUrl signed) {
        this.signed = signed;
    }

    public ObjectAddress address() {
        return signed.address();
    }

    /** The whole link: for the clipboard, never for a log or a text. */
    public URI url() {
        return signed.url();
    }

    /** From when on the link is refused, by the server's clock. */
    public Instant effectiveEnd() {
        return signed.effectiveEnd();
    }

    /** When it would end if the credentials lasted. */
    public Instant askedEnd() {
        return signed.expires();
    }

    /** Why it ends then. */
    public BoundBy boundBy() {
        return signed.credentialsExpire().isBefore(signed.expires())
                ? BoundBy.CREDENTIALS
                : BoundBy.ASKED_TIME;
    }

    @Override
    public String toString() {
        return "ShareLink[" + address() + ", until " + effectiveEnd() + ", " + boundBy() + "]";
    }
}
