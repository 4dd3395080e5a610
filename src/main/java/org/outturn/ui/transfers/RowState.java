package org.outturn.ui.transfers;

import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

/** How a line stands, where a folder is as its files are. */
final class RowState {
    private RowState() {}

    /** A file's own state; of a folder what matters most of its files' states. */
    static TransferState of(PanelRow row) {
        if (row instanceof PanelRow.File file) {
            return file.transfer().state();
        }
        TransferCounts counts = row.counts();
        if (counts.running() > 0) {
            return TransferState.RUNNING;
        }
        if (counts.waiting() > 0) {
            return TransferState.WAITING;
        }
        if (counts.paused() > 0) {
            return TransferState.PAUSED;
        }
        if (counts.failed() > 0) {
            return TransferState.FAILED;
        }
        if (counts.cancelled() > 0) {
            return TransferState.CANCELLED;
        }
        return counts.done() > 0 ? TransferState.DONE : TransferState.SKIPPED;
    }

    /**
     * Whether a bar says more than a symbol: while it runs, and for a folder until it has ended.
     */
    static boolean hasBar(PanelRow row) {
        TransferState state = of(row);
        return state == TransferState.RUNNING
                || row instanceof PanelRow.Folder && !state.terminal();
    }

    /** 0 to 1. */
    static double progress(PanelRow row) {
        return switch (row) {
            case PanelRow.Folder(GroupSnapshot group, _) -> group.progress();
            case PanelRow.File(TransferSnapshot transfer, _) ->
                    transfer.totalBytes() <= 0
                            ? 0
                            : (double) transfer.doneBytes() / transfer.totalBytes();
        };
    }
}
