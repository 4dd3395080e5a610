package org.outturn.ui.transfers;

import java.util.Locale;
import org.outturn.transfer.TransferCounts;

/** What an operator can have done to transfers, in the order in which a menu shows it. */
enum RowCommand {
    PAUSE,
    RESUME,
    RETRY,
    FIRST,
    CANCEL;

    /** Whether it would do anything to transfers of which so many are in each state. */
    boolean helps(TransferCounts counts) {
        return switch (this) {
            case PAUSE -> counts.left() > 0;
            case RESUME -> counts.paused() > 0;
            case RETRY -> counts.retryable() > 0;
            case FIRST -> counts.waiting() + counts.paused() > 0;
            case CANCEL -> counts.open() > 0;
        };
    }

    /** For instance {@code transfers.do.pause}. */
    String messageKey() {
        return "transfers.do." + name().toLowerCase(Locale.ROOT);
    }
}
