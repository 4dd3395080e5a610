package org.outturn.connection.check;

import java.time.Duration;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate;

/** What a step found. Holds no secret. */
public sealed interface CheckFinding {

    /** It is under way. */
    record Running() implements CheckFinding {}

    /**
     * Somebody answers.
     *
     * @param address the one that answered
     */
    record Reached(String host, String address, int port) implements CheckFinding {}

    /**
     * The line is encrypted.
     *
     * @param protocol for instance {@code TLSv1.3}
     * @param daysLeft until the certificate ends; below zero when it has ended
     */
    record Encrypted(String protocol, ServerCertificate certificate, long daysLeft)
            implements CheckFinding {}

    /**
     * The line is not encrypted.
     *
     * @param readable whether others could read along; not so within this computer
     */
    record Open(boolean readable) implements CheckFinding {}

    /**
     * The keys are accepted.
     *
     * @param as the access key's id, or what the sign-in is called
     * @param clockBehind how far this computer's clock is behind the server's, below zero when it
     *     is ahead; empty when the server does not say
     */
    record Accepted(String as, Optional<Duration> clockBehind) implements CheckFinding {}

    /** So many buckets were listed. */
    record Buckets(int count) implements CheckFinding {}

    /**
     * A place was listed.
     *
     * @param s3Uri the place
     * @param entries objects and folders on the first page
     */
    record Place(String s3Uri, int entries) implements CheckFinding {}

    /**
     * An object was read.
     *
     * @param s3Uri the object
     * @param bytes its size
     */
    record Read(String s3Uri, long bytes) implements CheckFinding {}

    /** There was nothing to be tried on. */
    record Nothing() implements CheckFinding {}

    /** It was not tried, because a step before failed. */
    record Skipped(CheckStep because) implements CheckFinding {}

    /** It failed. */
    record Failed(Failure failure) implements CheckFinding {}
}
