package org.outturn.transfer;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an attempt ended.
 *
 * @param state {@code DONE}, {@code CANCELLED} or {@code FAILED}
 * @param failure why it failed
 */
record AttemptResult(TransferState state, Optional<Failure> failure) {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptResult.class);

    /**
     * Runs the work to its end, whatever that is.
     *
     * @param planned what the work is for
     */
    static AttemptResult of(PlannedTransfer planned, Runnable work) {
        try {
            work.run();
            return new AttemptResult(TransferState.DONE, Optional.empty());
        } catch (CancellationException e) {
            return new AttemptResult(TransferState.CANCELLED, Optional.empty());
        } catch (FailureException e) {
            return failed(e.failure());
        } catch (RuntimeException | Error e) {
            // nothing may stay running for ever; the text of an unknown exception may hold a signed
            // address, so only its kind is told
            String kind = e.getClass().getName();
            LOG.error("A transfer ended with an unexpected {}", kind);
            return failed(new Failure.Unexpected(planned.attempt(), Technical.of(kind)));
        }
    }

    private static AttemptResult failed(Failure failure) {
        return new AttemptResult(TransferState.FAILED, Optional.of(failure));
    }
}
