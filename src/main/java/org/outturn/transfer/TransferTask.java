package org.outturn.transfer;

import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;

/**
 * What one transfer does. Holds no state, so that it can be done again, and nothing but values, so
 * that it can be written down.
 */
@FunctionalInterface
interface TransferTask {

    /**
     * Blocks until it is done.
     *
     * @param traces what earlier attempts may have left
     * @throws org.outturn.failure.FailureException if it did not work
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void run(
            ObjectStore store, ProgressListener progress, Cancellation cancellation, Traces traces);
}
