package org.outturn.transfer;

import org.jspecify.annotations.Nullable;

/**
 * The sums over the transfers of one group, kept up to date with every one of them. Guarded by the
 * queue's lock.
 */
final class GroupTotals {
    private final Batch batch;
    private final String name;
    private final StateCounts counts = new StateCounts();
    private int size;
    private long totalBytes;
    private long bytesDone;
    private long bytesPlanned;

    /** All bytes that have ever moved, for the speed. */
    private long moved;

    private @Nullable RateMeter meter;
    private @Nullable GroupSnapshot published;

    GroupTotals(Batch batch, String name) {
        this.batch = batch;
        this.name = name;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes one in as it is now. */
    void add(Transfer transfer) {
        size++;
        count(transfer, 1);
        counts.add(transfer);
    }

    /** Takes one out, before it changes or for good. */
    void remove(Transfer transfer) {
        size--;
        counts.remove(transfer);
        count(transfer, -1);
    }

    private void count(Transfer transfer, int sign) {
        long bytes = transfer.planned().bytes() * sign;
        totalBytes += bytes;
        switch (transfer.state()) {
            case DONE, RUNNING, PAUSED -> {
                bytesPlanned += bytes;
                bytesDone += transfer.doneBytes() * sign;
            }
            case WAITING -> bytesPlanned += bytes;
            case SKIPPED, FAILED, CANCELLED -> {
                // nothing of these is on its way
            }
        }
        published = null;
    }

    /** A running transfer, which has been taken in, came further. */
    void moved(long bytes) {
        if (bytes != 0) {
            bytesDone += bytes;
            moved += bytes;
            published = null;
        }
    }

    /** A transfer is done whose store did not tell of the last bytes. */
    void movedUntold(long bytes) {
        moved += bytes;
    }

    /**
     * Samples the speed.
     *
     * @return whether there is any reason to go on sampling
     */
    boolean measure(long nanos) {
        boolean left = counts.left() > 0;
        double before = perSecond();
        if (!left) {
            meter = null;
        } else if (meter == null) {
            meter = new RateMeter(nanos, moved);
        } else {
            meter.sample(nanos, moved);
        }
        if (perSecond() != before) {
            published = null;
        }
        return left;
    }

    private double perSecond() {
        return meter == null ? 0 : meter.perSecond();
    }

    /** Whether {@link #snapshot()} would show something new. */
    boolean isStale() {
        return published == null;
    }

    GroupSnapshot snapshot() {
        if (published == null) {
            published =
                    new GroupSnapshot(
                            batch.id(),
                            name,
                            batch.direction(),
                            counts.now(),
                            totalBytes,
                            bytesDone,
                            bytesPlanned,
                            perSecond());
        }
        return published;
    }
}
