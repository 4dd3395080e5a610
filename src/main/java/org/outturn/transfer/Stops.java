package org.outturn.transfer;

import java.util.HashMap;
import java.util.Map;

/** What has been asked of transfers that still run. Guarded by the queue's lock. */
final class Stops {
    /** Why a transfer is to stop; a later one of these outweighs an earlier one. */
    enum Why {
        /** The queue closes; it goes on at the next start. */
        CLOSE(TransferState.WAITING),
        /** It was to be paused, but is not any more. */
        RESUME(TransferState.WAITING),
        PAUSE(TransferState.PAUSED),
        CANCEL(TransferState.CANCELLED);

        private final TransferState leadsTo;

        Why(TransferState leadsTo) {
            this.leadsTo = leadsTo;
        }
    }

    private final Map<Transfer, Why> asked = new HashMap<>();

    void ask(Transfer transfer, Why why) {
        asked.merge(transfer, why, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Takes a pause back: the transfer stops all the same, but only to begin again. */
    void withdrawPause(Transfer transfer) {
        asked.computeIfPresent(transfer, (t, why) -> why == Why.PAUSE ? Why.RESUME : why);
    }

    boolean isAsked(Transfer transfer) {
        return asked.containsKey(transfer);
    }

    /** Where a stopped transfer ends; cancelled where nobody said why. */
    TransferState end(Transfer transfer) {
        return asked.getOrDefault(transfer, Why.CANCEL).leadsTo;
    }

    void ended(Transfer transfer) {
        asked.remove(transfer);
    }
}
