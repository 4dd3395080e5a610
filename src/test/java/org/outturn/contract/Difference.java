package org.outturn.contract;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a server does otherwise than Amazon's reference says, known and accepted. Each was seen on
 * Ceph 16.2; a server that is not Ceph has none, and shows what it lacks by failing.
 */
enum Difference {
    /** Answers checksum trailers with 400, so clients must send none unless required. */
    REFUSES_TRAILERS,
    /** Answers subresources it does not know as if they were not there: never to be sent. */
    TAKES_UNKNOWN_SUBRESOURCES_FOR_PLAIN,
    /** Knows no default encryption of a bucket, nor its ownership controls. */
    NO_DEFAULT_ENCRYPTION;

    static final Set<Difference> NONE = EnumSet.noneOf(Difference.class);
    static final Set<Difference> CEPH = EnumSet.allOf(Difference.class);
}
