package org.outturn.lifecycle;

import java.time.Instant;
import java.util.Optional;

/** When an object vanishes by itself. */
public sealed interface Expiry {

    /** How we come to know. */
    enum Source {
        /** The server said so of this very object. */
        TOLD,
        /** From the rules of its bucket, by the S3 User Guide. */
        RECKONED
    }

    /** What happens then. */
    enum Effect {
        /** It is gone for good. */
        DELETED,
        /** A delete marker hides it; it stays as a noncurrent version. */
        HIDDEN,
        /** The delete marker, the last of its key, is taken away. */
        MARKER_REMOVED
    }

    /**
     * It vanishes.
     *
     * @param at the earliest moment; servers take hours, sometimes days longer. May be past: then
     *     it is due
     * @param rule the id of the rule that does it; empty if it has none
     */
    record Expires(Instant at, String rule, Source source, Effect effect) implements Expiry {}

    /**
     * It depends on tags that are not known.
     *
     * @param ifTagged what a rule with tags would do, if the object has them; nothing is earlier
     * @param otherwise what comes if it has not; empty for nothing
     */
    record DependsOnTags(Expires ifTagged, Optional<Expires> otherwise) implements Expiry {}

    /** No rule makes it vanish. */
    record Never() implements Expiry {}
}
