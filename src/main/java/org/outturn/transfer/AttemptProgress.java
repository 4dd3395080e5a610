package org.outturn.transfer;

import java.util.concurrent.atomic.AtomicLong;
import org.outturn.storage.ProgressListener;

/**
 * How far one attempt has come: the furthest point so far, never more than planned. A part that is
 * sent again does not make a bar jump back. Each attempt has its own, so late word of an earlier
 * one does no harm.
 */
final class AttemptProgress implements ProgressListener {
    private final long planned;
    private final Runnable changed;
    private final AtomicLong furthest = new AtomicLong();

    /**
     * @param changed run after each step forward
     */
    AttemptProgress(long planned, Runnable changed) {
        this.planned = planned;
        this.changed = changed;
    }

    @Override
    public void transferred(long done, long total) {
        long now = Math.clamp(done, 0, planned);
        if (furthest.getAndAccumulate(now, Math::max) < now) {
            changed.run();
        }
    }

    long furthest() {
        return furthest.get();
    }
}
