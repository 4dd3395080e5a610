package org.outturn.contract;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a server does otherwise than Amazon's reference says, known and accepted. Each was seen on
 * Ceph 16.2, which the program must live with; a server that is not Ceph has none of them, and
 * shows what it lacks by failing.
 */
enum Difference {
    /** Checksum trailers are answered 400, so a client must be told to send none. */
    REFUSES_TRAILERS,
    /** GET of an object by part answers the whole object. */
    PART_NUMBER_IS_IGNORED,
    /** Parts named out of order are put in order, not refused. */
    PART_ORDER_IS_IGNORED,
    /** GET of a public access block that was never put answers one that blocks nothing. */
    ACCESS_BLOCK_IS_NEVER_ABSENT,
    /** {@code x-amz-meta-a_b} comes back as {@code x-amz-meta-a-b}. */
    METADATA_UNDERSCORES_BECOME_DASHES,
    /** Tags given with a copy are dropped: they have to be put afterwards. */
    COPY_LOSES_NEW_TAGS,
    /** {@code x-amz-copy-source-if-match} is not looked at. */
    COPY_CONDITIONS_ARE_IGNORED,
    /** {@code If-Match} on PUT refuses even the ETag that is there. */
    ETAG_OF_A_WRITE_NEVER_MATCHES,
    /** {@code Content-MD5} of DeleteObjects is not looked at. */
    BATCH_DIGEST_IS_IGNORED;

    static final Set<Difference> NONE = EnumSet.noneOf(Difference.class);
    static final Set<Difference> CEPH = EnumSet.allOf(Difference.class);
}
