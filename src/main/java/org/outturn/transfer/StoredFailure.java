package org.outturn.transfer;

import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

/**
 * A failure as it is written down.
 *
 * @param kind the simple name of its class
 */
record StoredFailure(String kind, String subject, Attempt attempt, Technical technical) {

    static StoredFailure of(Failure failure) {
        return new StoredFailure(
                failure.getClass().getSimpleName(),
                failure.subject(),
                failure.attempt(),
                failure.technical());
    }

    /** The failure; {@link Failure.Unexpected} for a kind that this version does not know. */
    Failure failure() {
        return switch (kind) {
            case "SignInRejected" -> new Failure.SignInRejected(attempt, technical);
            case "SignInExpired" -> new Failure.SignInExpired(attempt, technical);
            case "SignInMissing" -> new Failure.SignInMissing(attempt, technical);
            case "AccessDenied" -> new Failure.AccessDenied(subject, attempt, technical);
            case "BucketNotFound" -> new Failure.BucketNotFound(attempt, technical);
            case "NotFound" -> new Failure.NotFound(attempt, technical);
            case "WrongRegion" -> new Failure.WrongRegion(subject, attempt, technical);
            case "ClockSkew" -> new Failure.ClockSkew(attempt, technical);
            case "Unreachable" -> new Failure.Unreachable(attempt, technical);
            case "Untrusted" -> new Failure.Untrusted(attempt, technical);
            case "Throttled" -> new Failure.Throttled(attempt, technical);
            case "NotSupported" -> new Failure.NotSupported(attempt, technical);
            case "Archived" -> new Failure.Archived(attempt, technical);
            case "BeingRestored" -> new Failure.BeingRestored(attempt, technical);
            case "NotArchived" -> new Failure.NotArchived(attempt, technical);
            case "Conflict" -> new Failure.Conflict(attempt, technical);
            case "Damaged" -> new Failure.Damaged(attempt, technical);
            case "LocalFile" -> new Failure.LocalFile(subject, attempt, technical);
            case "TooManyTags" -> new Failure.TooManyTags(subject, attempt, technical);
            case "Invalid" -> new Failure.Invalid(attempt, technical);
            default -> new Failure.Unexpected(attempt, technical);
        };
    }
}
