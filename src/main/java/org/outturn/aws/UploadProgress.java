package org.outturn.aws;

import java.util.concurrent.atomic.AtomicLong;
import org.outturn.storage.ProgressListener;

/**
 * Adds up what the requests of one upload have handed to the connection. The transfer manager
 * itself only counts whole parts, which a slow line takes minutes for.
 */
final class UploadProgress {
    private final AtomicLong done = new AtomicLong();
    private final long total;
    private final ProgressListener listener;

    /**
     * @param total the file's size in bytes
     * @param sent how many of them the server has from an earlier attempt
     */
    UploadProgress(long total, long sent, ProgressListener listener) {
        this.total = total;
        this.listener = listener;
        done.set(sent);
        listener.transferred(sent, total);
    }

    /**
     * @param bytes how many more; negative when a part begins anew
     */
    void add(long bytes) {
        if (bytes != 0) {
            listener.transferred(Math.clamp(done.addAndGet(bytes), 0, total), total);
        }
    }

    /** All is stored. */
    void complete() {
        listener.transferred(total, total);
    }
}
