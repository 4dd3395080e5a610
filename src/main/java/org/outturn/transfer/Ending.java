package org.outturn.transfer;

import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;

/** What follows from how an attempt ended. */
record Ending(TransferState state, @Nullable Failure failure) {

    Ledger.Step step(Transfer transfer) {
        return new Ledger.Step(transfer, state, failure);
    }

    /**
     * Whether what the server has of it is of no use any more. What failed for a passing reason, or
     * because the sign-in has expired, goes on with it when it is retried.
     */
    boolean leavesUseless() {
        return switch (state) {
            case CANCELLED -> true;
            case FAILED ->
                    failure != null
                            && !failure.retryable()
                            && !(failure instanceof Failure.SignInExpired)
                            && !(failure instanceof Failure.SignInRejected)
                            && !(failure instanceof Failure.SignInMissing);
            case WAITING, RUNNING, PAUSED, DONE, SKIPPED -> false;
        };
    }
}
