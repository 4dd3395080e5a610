package org.outturn.transfer;

import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;

/** Hears of one attempt, and has written down what the next start must know of it. */
record ToldProgress(Transfer transfer, AttemptProgress progress, Guard guard, Ledger ledger)
        implements ProgressListener {
    @Override
    public void transferred(long done, long total) {
        progress.transferred(done, total);
    }

    @Override
    public void begun(PartialUpload upload) {
        ledger.keep(transfer, StoredKept.of(upload));
        guard.change(() -> transfer.leaves(upload));
    }

    @Override
    public void saved(PartialDownload download) {
        ledger.keep(transfer, StoredKept.of(download));
        guard.change(() -> transfer.leaves(download));
    }
}
