package org.outturn.ui.transfers;

import java.util.Locale;
import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferState;

/** Which states the panel shows. */
enum StateFilter {
    ALL,
    RUNNING,
    WAITING,
    FAILED,
    DONE,
    CANCELLED;

    boolean shows(TransferState state) {
        return this == ALL
                || this
                        == switch (state) {
                            case RUNNING -> RUNNING;
                            case WAITING, PAUSED -> WAITING;
                            case FAILED -> FAILED;
                            case DONE, SKIPPED -> DONE;
                            case CANCELLED -> CANCELLED;
                        };
    }

    /** How many of them it shows. */
    int count(TransferCounts counts) {
        return switch (this) {
            case ALL -> counts.count();
            case RUNNING -> counts.running();
            case WAITING -> counts.waiting() + counts.paused();
            case FAILED -> counts.failed();
            case DONE -> counts.done() + counts.skipped();
            case CANCELLED -> counts.cancelled();
        };
    }

    /** For instance {@code transfers.show.failed}. */
    String messageKey() {
        return "transfers.show." + name().toLowerCase(Locale.ROOT);
    }
}
