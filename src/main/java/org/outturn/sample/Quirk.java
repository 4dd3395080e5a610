package org.outturn.sample;

/** A way in which real servers differ from Amazon's, for tests against such a server. */
public enum Quirk {
    /** Checksums after an unsigned chunked body are answered 400, as older Ceph does. */
    REFUSE_TRAILERS,
    /** Any aws-chunked body is answered 501, as Swift does. */
    REFUSE_CHUNKED,
    /** Reads by {@code partNumber} are answered 501, as s3proxy does. */
    REFUSE_PART_NUMBER,
    /** Object tags are answered 501, read or written. */
    REFUSE_TAGGING
}
