package org.outturn.aws;

import java.util.Optional;
import org.outturn.failure.Failure;

/**
 * What one connection's server has shown that it can do with an upload. Learnt from its answers to
 * requests that have to be sent anyway; nothing is sent to find out. Safe for use by many threads.
 */
final class Abilities {
    /** What the ETags of a server are. */
    enum Etags {
        /** None has been seen that would tell. */
        UNKNOWN,
        /** Made of MD5s, as one has shown. */
        MD5,
        /** Something else, though they look the same. */
        OTHER
    }

    private final boolean ownChecksums;
    private volatile boolean conditional = true;
    private volatile boolean contentMd5 = true;
    private volatile Etags etags = Etags.UNKNOWN;

    /**
     * @param ownChecksums whether the SDK sends better checksums than MD5 by itself, and the server
     *     is known to verify them
     */
    Abilities(boolean ownChecksums) {
        this.ownChecksums = ownChecksums;
    }

    /** Whether the SDK's own checksums do the work. */
    boolean ownChecksums() {
        return ownChecksums;
    }

    /** The best way known to work. */
    Way way(boolean onlyIfAbsent) {
        return new Way(onlyIfAbsent && conditional, contentMd5 && !ownChecksums);
    }

    /** A way has worked that leaves out what another attempt was refused for. */
    void works(Way way, boolean onlyIfAbsent) {
        if (onlyIfAbsent && !way.ifAbsent()) {
            conditional = false;
        }
        if (!way.md5() && !ownChecksums) {
            contentMd5 = false;
        }
    }

    Etags etags() {
        return etags;
    }

    /** An ETag was the MD5 that it looks like. */
    void etagsAreMd5() {
        etags = Etags.MD5;
    }

    /** An ETag was not the MD5 of bytes that are there. One server may do both. */
    void etagsAreOther() {
        if (etags == Etags.UNKNOWN) {
            etags = Etags.OTHER;
        }
    }

    /**
     * How an upload is asked for.
     *
     * @param ifAbsent with {@code If-None-Match: *}
     * @param md5 with Content-MD5
     */
    record Way(boolean ifAbsent, boolean md5) {

        /** What is left to try after a refusal; empty when the refusal is about something else. */
        Optional<Way> without(Failure refusal) {
            boolean unknown = refusal instanceof Failure.NotSupported;
            if (unknown && ifAbsent) {
                return Optional.of(new Way(false, md5));
            }
            // a digest that is not taken for one at all; one that does not match is BadDigest
            boolean badHeader = refusal.technical().code().equals("InvalidDigest");
            return md5 && (unknown || badHeader)
                    ? Optional.of(new Way(ifAbsent, false))
                    : Optional.empty();
        }
    }
}
