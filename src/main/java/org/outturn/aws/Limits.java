package org.outturn.aws;

import java.time.Duration;

/** How long the clients wait, and how much they do at once. */
final class Limits {
    /** To connect to one address; {@link FewAddresses} keeps it at two. */
    static final Duration CONNECT = Duration.ofSeconds(4);

    /** Without a byte from the server. */
    static final Duration SILENCE = Duration.ofSeconds(8);

    /**
     * Without a byte from the server while it copies or puts parts together: AWS sends spaces
     * meanwhile (S3 API reference, CopyObject), others say nothing until they are done.
     */
    static final Duration WORK_SILENCE = Duration.ofMinutes(2);

    /**
     * For a free connection to the same server. Long, because a slow line makes the parts of a
     * transfer wait for one another, and that is no fault.
     */
    static final Duration QUEUE = Duration.ofMinutes(30);

    /** For a program that gives keys; it may ask the operator for something first. */
    static final Duration PROGRAM = Duration.ofMinutes(1);

    /** For what runs to end, when a store is closed. */
    static final Duration CLOSE = Duration.ofSeconds(3);

    /** For the transfer manager to free the parts of an upload before we do. */
    static final Duration ABORT = Duration.ofSeconds(2);

    /** What two clocks may differ by without anybody minding. */
    static final Duration CLOCK_NOISE = Duration.ofMinutes(1);

    /** Of one request, the first one counted. */
    static final int ATTEMPTS = 3;

    /** Connections for short requests. */
    static final int SHORT_CONNECTIONS = 64;

    /** Connections for files that go up in one request, and for all that come down. */
    static final int FILE_CONNECTIONS = 64;

    /** Connections for files that go up in parts. */
    static final int TRANSFER_CONNECTIONS = 32;

    /** Parts of one file on their way at once. */
    static final int PARTS_IN_FLIGHT = 3;

    /** Objects larger than two of these come down in ranges of this size, in bytes. */
    static final int RANGE_BYTES = 8 << 20;

    /** Ranges of one object on their way at once. */
    static final int RANGES_IN_FLIGHT = 6;

    /** What is read from a connection at a time, in bytes. */
    static final int READ_BYTES = 128 << 10;

    private Limits() {}
}
