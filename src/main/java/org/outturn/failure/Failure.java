package org.outturn.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * Why something did not work, as an operator would say it. Vendor errors become one of these kinds
 * at the border of the technology that raised them; texts are looked up by {@link #messageKey()} in
 * the message bundle ({@code failure.<key>.why} and {@code failure.<key>.next}).
 *
 * <p>Cancelling is not a failure: it is a {@link java.util.concurrent.CancellationException}.
 */
public sealed interface Failure permits Failure.Common, SignInFailure {

    /** Those that any request may meet. */
    sealed interface Common extends Failure {}

    /** What was being tried, on what. */
    Attempt attempt();

    /** What the other side said, without secrets. */
    Technical technical();

    /** The stem of the message keys of this kind, for instance {@code unreachable}. */
    String messageKey();

    /** Whether the same attempt may succeed later without anybody changing anything. */
    default boolean retryable() {
        return false;
    }

    /**
     * The subject that the texts of this kind name besides the attempt's object; empty when there
     * is none.
     */
    default String subject() {
        return "";
    }

    /**
     * The keys are not known to the server, or do not fit together (InvalidAccessKeyId,
     * SignatureDoesNotMatch).
     */
    record SignInRejected(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "signInRejected";
        }
    }

    /** The session token or the single sign-on has run out (ExpiredToken). */
    record SignInExpired(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "signInExpired";
        }
    }

    /** There are no credentials to sign with. */
    record SignInMissing(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "signInMissing";
        }
    }

    /**
     * The credentials are good, but may not do this.
     *
     * @param permission the IAM action that is lacking, for instance {@code s3:ListAllMyBuckets}
     */
    record AccessDenied(String permission, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "accessDenied";
        }

        @Override
        public String subject() {
            return permission;
        }
    }

    /** There is no such bucket. */
    record BucketNotFound(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "bucketNotFound";
        }
    }

    /** There is no such object, or it has gone. */
    record NotFound(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "notFound";
        }
    }

    /**
     * The bucket is in another region than the connection.
     *
     * @param region the bucket's region as the server gave it, empty when it did not
     */
    record WrongRegion(String region, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return region.isEmpty() ? "wrongRegionUnknown" : "wrongRegion";
        }

        @Override
        public String subject() {
            return region;
        }
    }

    /**
     * This computer's clock is too far from the server's (RequestTimeTooSkewed).
     *
     * @param behind how far this computer's clock is behind the server's, below zero when it is
     *     ahead; empty when the server did not say what time it has
     */
    record ClockSkew(Optional<Duration> behind, Attempt attempt, Technical technical)
            implements Common {
        public ClockSkew(Attempt attempt, Technical technical) {
            this(Optional.empty(), attempt, technical);
        }

        @Override
        public String messageKey() {
            return behind.map(d -> d.isNegative() ? "clockAhead" : "clockBehind")
                    .orElse("clockSkew");
        }
    }

    /** Nobody answers: no such host, refused, no route, or no answer in time. */
    record Unreachable(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "unreachable";
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /**
     * The server's certificate is not one that this connection trusts.
     *
     * @param certificate what it showed, if that is known
     */
    record Untrusted(Optional<ServerCertificate> certificate, Attempt attempt, Technical technical)
            implements Common {
        public Untrusted(Attempt attempt, Technical technical) {
            this(Optional.empty(), attempt, technical);
        }

        @Override
        public String messageKey() {
            boolean changed =
                    certificate
                            .filter(c -> c.distrust().contains(ServerCertificate.Distrust.CHANGED))
                            .isPresent();
            return changed ? "untrustedChanged" : "untrusted";
        }
    }

    /** All would go over a line that others can read, and the operator has not agreed to that. */
    record PlainHttp(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "plainHttp";
        }
    }

    /**
     * The file of certificate authorities of a connection cannot be used.
     *
     * @param path of the file
     */
    record AuthorityFile(String path, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "authorityFile";
        }

        @Override
        public String subject() {
            return path;
        }
    }

    /** The server asks to slow down, or has an error of its own (503, 500). */
    record Throttled(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "throttled";
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /** The server does not offer what was asked for (501, 405). */
    record NotSupported(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "notSupported";
        }
    }

    /** The object is in an archive class; nobody can read it until it is restored (403). */
    record Archived(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "archived";
        }
    }

    /** The archived object is being restored already (409, RestoreAlreadyInProgress). */
    record BeingRestored(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "beingRestored";
        }
    }

    /** The object is in no archive, so it cannot be restored (403, InvalidObjectState). */
    record NotArchived(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "notArchived";
        }
    }

    /** Somebody else made or changed the object in the meantime (412, 409). */
    record Conflict(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "conflict";
        }
    }

    /** What was received is not what was stored: wrong length or checksum. */
    record Damaged(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "damaged";
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /** A local file or folder could not be read or written. */
    record LocalFile(String path, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "localFile";
        }

        @Override
        public String subject() {
            return path;
        }
    }

    /**
     * An object would have more tags than S3 lets it have (S3 user guide, "Categorizing your
     * storage using tags").
     *
     * @param count how many it would have
     */
    record TooManyTags(String count, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "tooManyTags";
        }

        @Override
        public String subject() {
            return count;
        }
    }

    /** The request itself is wrong: a bad name, a bad value. */
    record Invalid(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "invalid";
        }
    }

    /** A source of job records does not accept the token, or the user and the password. */
    record RecordsSignIn(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "recordsSignIn";
        }
    }

    /**
     * The token or the user is good, but may not read job records.
     *
     * @param what that may not be read, for instance {@code jobs.output}
     */
    record RecordsDenied(String what, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "recordsDenied";
        }

        @Override
        public String subject() {
            return what;
        }
    }

    /**
     * What holds the job records is not there.
     *
     * @param what is not there, for instance {@code jobs.output}
     */
    record RecordsMissing(String what, Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "recordsMissing";
        }

        @Override
        public String subject() {
            return what;
        }
    }

    /** What came back is no answer that a source of job records gives. */
    record RecordsUnreadable(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "recordsUnreadable";
        }
    }

    /** A token or a password would go over a line that others can read, and nobody allowed it. */
    record RecordsUnsafe(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "recordsUnsafe";
        }
    }

    /** Anything else; a defect until somebody has looked at it. */
    record Unexpected(Attempt attempt, Technical technical) implements Common {
        @Override
        public String messageKey() {
            return "unexpected";
        }
    }
}
