package org.outturn.aws;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

/**
 * What S3's error codes mean to an operator (S3 API reference, "Error responses"; codes seen from
 * Ceph, MinIO and the security token service as well).
 */
final class ErrorCodes {
    private final Map<String, BiFunction<Attempt, Technical, Failure>> kinds =
            Map.ofEntries(
                    Map.entry("InvalidAccessKeyId", Failure.SignInRejected::new),
                    Map.entry("SignatureDoesNotMatch", Failure.SignInRejected::new),
                    Map.entry("InvalidClientTokenId", Failure.SignInRejected::new),
                    Map.entry("InvalidToken", Failure.SignInRejected::new),
                    Map.entry("InvalidSecurity", Failure.SignInRejected::new),
                    Map.entry("NotSignedUp", Failure.SignInRejected::new),
                    Map.entry("AuthorizationHeaderMalformed", Failure.SignInRejected::new),
                    Map.entry("InvalidIdentityToken", Failure.SignInRejected::new),
                    Map.entry("IDPRejectedClaim", Failure.SignInRejected::new),
                    Map.entry("ExpiredToken", Failure.SignInExpired::new),
                    Map.entry("ExpiredTokenException", Failure.SignInExpired::new),
                    Map.entry("TokenRefreshRequired", Failure.SignInExpired::new),
                    Map.entry("RequestTimeTooSkewed", Failure.ClockSkew::new),
                    Map.entry("RequestExpired", Failure.ClockSkew::new),
                    Map.entry("RequestInTheFuture", Failure.ClockSkew::new),
                    Map.entry("NoSuchBucket", Failure.BucketNotFound::new),
                    Map.entry("NoSuchKey", Failure.NotFound::new),
                    Map.entry("NoSuchVersion", Failure.NotFound::new),
                    Map.entry("NoSuchUpload", Failure.NotFound::new),
                    Map.entry("SlowDown", Failure.Throttled::new),
                    Map.entry("ServiceUnavailable", Failure.Throttled::new),
                    Map.entry("InternalError", Failure.Throttled::new),
                    Map.entry("RequestTimeout", Failure.Throttled::new),
                    Map.entry("Throttling", Failure.Throttled::new),
                    Map.entry("ThrottlingException", Failure.Throttled::new),
                    Map.entry("RequestLimitExceeded", Failure.Throttled::new),
                    Map.entry("NotImplemented", Failure.NotSupported::new),
                    Map.entry("MethodNotAllowed", Failure.NotSupported::new),
                    // the bytes are in an archive
                    Map.entry("InvalidObjectState", Failure.Archived::new),
                    Map.entry("ObjectNotInActiveTierError", Failure.Archived::new),
                    Map.entry("RestoreAlreadyInProgress", Failure.BeingRestored::new),
                    Map.entry("PreconditionFailed", Failure.Conflict::new),
                    Map.entry("ConditionalRequestConflict", Failure.Conflict::new),
                    Map.entry("OperationAborted", Failure.Conflict::new),
                    Map.entry("BucketAlreadyExists", Failure.Conflict::new),
                    Map.entry("BucketAlreadyOwnedByYou", Failure.Conflict::new),
                    Map.entry("BucketNotEmpty", Failure.Conflict::new),
                    Map.entry("BadDigest", Failure.Damaged::new),
                    Map.entry("InvalidDigest", Failure.Damaged::new),
                    // a part that the server has is not the one that it said it has
                    Map.entry("InvalidPart", Failure.Damaged::new),
                    Map.entry("IncompleteBody", Failure.Damaged::new),
                    Map.entry("XAmzContentSHA256Mismatch", Failure.Damaged::new));

    /** Codes that say that the credentials are good, but not for this. */
    boolean isDenial(String code) {
        return switch (code) {
            case "AccessDenied",
                    "AccessDeniedException",
                    "AllAccessDisabled",
                    "AccountProblem",
                    "UnauthorizedAccess" ->
                    true;
            default -> false;
        };
    }

    /** The failure that a code stands for; {@code null} when the code alone does not tell. */
    @Nullable Failure failure(String code, Attempt attempt, Technical technical) {
        BiFunction<Attempt, Technical, Failure> kind = kinds.get(code);
        return kind == null ? null : kind.apply(attempt, technical);
    }
}
