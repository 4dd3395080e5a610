package org.outturn.catalog;

import java.util.concurrent.CancellationException;
import org.outturn.storage.Cancellation;

/** A cancellation that may be looked at for every row and in every comparison. */
class CancelFlag {
    private volatile boolean cancelled;

    CancelFlag(Cancellation cancellation) {
        cancellation.onCancel(() -> cancelled = true);
    }

    /**
     * @throws CancellationException when cancelled
     */
    void check() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
