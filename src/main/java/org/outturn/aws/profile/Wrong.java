package org.outturn.aws.profile;

import java.util.function.BiFunction;
import org.outturn.aws.Redaction;
import org.outturn.connection.profile.PlanFault;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;

/** Failures of this package. */
final class Wrong {
    private static final String ACTION = "OpenProfile";

    private Wrong() {}

    /**
     * @param why the technical side; redacted
     */
    static FailureException failure(
            String profile, String why, BiFunction<Attempt, Technical, Failure> kind) {
        return new FailureException(
                kind.apply(new Attempt(ACTION, profile), Technical.of(Redaction.text(why))));
    }

    /** Why a profile has no keys. */
    static FailureException plan(String profile, PlanFault fault) {
        String why = fault.kind() + " " + fault.profile() + " " + fault.property();
        return switch (fault.kind()) {
            case GONE, NOTHING -> failure(profile, why, Failure.SignInMissing::new);
            default ->
                    failure(
                            profile,
                            why,
                            (attempt, technical) ->
                                    new SignInFailure.ProfileBroken(
                                            fault.property(), attempt, technical));
        };
    }
}
