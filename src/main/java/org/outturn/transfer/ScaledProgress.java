package org.outturn.transfer;

import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;

/**
 * Tells of the progress of a compressed copy as if it were that of the file.
 *
 * @param bytes the file's size
 */
record ScaledProgress(ProgressListener to, long bytes) implements ProgressListener {
    @Override
    public void transferred(long done, long total) {
        // as a fraction: the product of two sizes may be too large for a long
        to.transferred(total <= 0 ? 0 : (long) ((double) done / total * bytes), bytes);
    }

    @Override
    public void begun(PartialUpload upload) {
        to.begun(upload);
    }

    @Override
    public void saved(PartialDownload download) {
        to.saved(download);
    }
}
