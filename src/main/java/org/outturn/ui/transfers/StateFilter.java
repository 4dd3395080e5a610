package org.outturn.ui.transfers;

import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferState;

/** Which states the panel shows. */
enum StateFilter {
    ALL("transfers.show.all"),
    RUNNING("transfers.show.running"),
    WAITING("transfers.show.waiting"),
    FAILED("transfers.show.failed"),
    DONE("transfers.show.done"),
    CANCELLED("transfers.show.cancelled");

    private final String messageKey;

    StateFilter(String messageKey) {
        this.messageKey = messageKey;
    }

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

    String messageKey() {
        return messageKey;
    }
}
