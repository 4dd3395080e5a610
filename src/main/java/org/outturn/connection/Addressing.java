package org.outturn.connection;

/** How a bucket is written into a request's URL. */
public enum Addressing {
    /** Path style for an endpoint of one's own, virtual-hosted style for AWS. */
    AUTO,
    /** {@code https://endpoint/bucket/key}. */
    PATH,
    /** {@code https://bucket.endpoint/key}. */
    VIRTUAL
}
