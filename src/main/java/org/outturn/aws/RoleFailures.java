package org.outturn.aws;

import java.time.InstantSource;
import org.outturn.failure.FailureException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Why the Security Token Service gave no role, in the operator's terms. */
public final class RoleFailures {
    private final AwsFailures failures = new AwsFailures(new ServerClock(InstantSource.system()));

    /** What AssumeRole threw. */
    public FailureException ofRole(Throwable thrown, String role) {
        return failures.exception(thrown, Call.onServer(Operation.ASSUME_ROLE, role));
    }

    /** What AssumeRoleWithWebIdentity threw. */
    public FailureException ofTokenFile(Throwable thrown, String role) {
        return failures.exception(thrown, Call.onServer(Operation.ASSUME_ROLE_BY_TOKEN, role));
    }

    /** Whether the answer says that the keys are good, but not for this role. */
    public boolean isDenial(Throwable thrown) {
        return thrown instanceof AwsServiceException answer
                && answer.awsErrorDetails() != null
                && answer.awsErrorDetails().errorCode() != null
                && new ErrorCodes().isDenial(answer.awsErrorDetails().errorCode());
    }
}
