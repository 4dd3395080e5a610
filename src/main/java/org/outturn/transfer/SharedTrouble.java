package org.outturn.transfer;

import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;

/**
 * Troubles that are not those of one transfer: when the sign-in is refused, or when nobody has
 * answered for a while, trying the rest only makes the operator wait. Guarded by the queue's lock.
 */
final class SharedTrouble {
    private static final int UNREACHED_IN_A_ROW = 4;
    private static final int GIVEN_UP_IN_A_ROW = 8;

    private int unreached;
    private int givenUp;

    /** A transfer is done: somebody answers. */
    void succeeded() {
        unreached = 0;
        givenUp = 0;
    }

    /** An attempt has failed, whether or not there will be another. */
    void failed(Failure failure) {
        unreached += failure instanceof Failure.Unreachable ? 1 : 0;
    }

    /**
     * Whether one attempt after the other could not reach the server. Then only what was begun
     * already is tried again, until somebody answers or patience ends.
     */
    boolean nobodyAnswers() {
        return unreached >= UNREACHED_IN_A_ROW;
    }

    /** There is nothing more that was begun already: others may find out. */
    void letOthersTry() {
        unreached = 0;
    }

    /** Whether what waits is to fail too, now that a transfer has failed for good like this. */
    boolean endsTheRest(Failure failure) {
        return switch (failure) {
            case Failure.SignInExpired _,
                    Failure.SignInRejected _,
                    Failure.SignInMissing _,
                    SignInFailure.CodeMissing _,
                    SignInFailure.CodeRefused _,
                    SignInFailure.ProgramFailed _ ->
                    true;
            case Failure.Unreachable _ -> ++givenUp >= GIVEN_UP_IN_A_ROW;
            default -> false;
        };
    }

    /** The same trouble, said of another transfer. */
    static Failure toldOf(Attempt other, Failure failure) {
        return switch (failure) {
            case Failure.SignInExpired f -> new Failure.SignInExpired(other, f.technical());
            case Failure.SignInRejected f -> new Failure.SignInRejected(other, f.technical());
            case Failure.SignInMissing f -> new Failure.SignInMissing(other, f.technical());
            case SignInFailure.CodeMissing f -> new SignInFailure.CodeMissing(other, f.technical());
            case SignInFailure.CodeRefused f -> new SignInFailure.CodeRefused(other, f.technical());
            case SignInFailure.ProgramFailed f ->
                    new SignInFailure.ProgramFailed(other, f.technical());
            case Failure.Unreachable f -> new Failure.Unreachable(other, f.technical());
            default -> throw new IllegalArgumentException(failure.messageKey() + " is one's own");
        };
    }
}
