package org.outturn.transfer;

import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;

/**
 * Troubles that are not those of one transfer: when the sign-in is refused, or when nobody has
 * answered for a while, trying the rest only makes the operator wait. Guarded by the queue's lock.
 */
final class SharedTrouble {
    private static final int UNREACHABLE_IN_A_ROW = 8;

    private int unreachable;

    /** A transfer is done: somebody answers. */
    void succeeded() {
        unreachable = 0;
    }

    /** Whether what waits is to fail too, now that a transfer has failed for good like this. */
    boolean endsTheRest(Failure failure) {
        return switch (failure) {
            case Failure.SignInExpired _, Failure.SignInRejected _, Failure.SignInMissing _ -> true;
            case Failure.Unreachable _ -> ++unreachable >= UNREACHABLE_IN_A_ROW;
            default -> false;
        };
    }

    /** The same trouble, said of another transfer. */
    static Failure toldOf(Attempt other, Failure failure) {
        return switch (failure) {
            case Failure.SignInExpired f -> new Failure.SignInExpired(other, f.technical());
            case Failure.SignInRejected f -> new Failure.SignInRejected(other, f.technical());
            case Failure.SignInMissing f -> new Failure.SignInMissing(other, f.technical());
            case Failure.Unreachable f -> new Failure.Unreachable(other, f.technical());
            default -> throw new IllegalArgumentException(failure.messageKey() + " is one's own");
        };
    }
}
