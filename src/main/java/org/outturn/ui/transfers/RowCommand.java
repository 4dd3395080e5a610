package org.outturn.ui.transfers;

import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferScope;

/** What an operator can have done to transfers, in the order in which a menu shows it. */
enum RowCommand {
    PAUSE("transfers.do.pause"),
    RESUME("transfers.do.resume"),
    RETRY("transfers.do.retry"),
    FIRST("transfers.do.first"),
    CANCEL("transfers.do.cancel");

    private final String messageKey;

    RowCommand(String messageKey) {
        this.messageKey = messageKey;
    }

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

    /** Does it. May wait for a disk. */
    void on(TransferQueue queue, TransferScope scope) {
        switch (this) {
            case PAUSE -> queue.pause(scope);
            case RESUME -> queue.resume(scope);
            case RETRY -> queue.retry(scope);
            case CANCEL -> queue.cancel(scope);
            case FIRST -> {
                // what is to go first is to go
                queue.resume(scope);
                queue.first(scope);
            }
        }
    }

    String messageKey() {
        return messageKey;
    }
}
