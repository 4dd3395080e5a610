package org.outturn.aws;

import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.transfer.s3.progress.TransferListener;
import software.amazon.awssdk.transfer.s3.progress.TransferProgressSnapshot;

/** Passes the transfer manager's progress on. */
final class Progress implements TransferListener {
    private final ProgressListener listener;

    Progress(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void transferInitiated(Context.TransferInitiated context) {
        tell(context.progressSnapshot());
    }

    @Override
    public void bytesTransferred(Context.BytesTransferred context) {
        tell(context.progressSnapshot());
    }

    @Override
    public void transferComplete(Context.TransferComplete context) {
        tell(context.progressSnapshot());
    }

    private void tell(TransferProgressSnapshot now) {
        long total = now.totalBytes().orElse(-1);
        long done = now.transferredBytes();
        listener.transferred(total >= 0 ? Math.min(done, total) : done, total);
    }
}
