package org.outturn.transfer;

import java.time.Duration;
import java.util.Optional;

/**
 * The sums of a queue at one moment. Bytes and time are those of the present run: it begins when
 * work comes to an idle queue, so that what was finished an hour ago does not blur the progress of
 * now.
 *
 * @param bytesDone of the present run: of finished transfers and of those that run
 * @param bytesTotal of the present run: of finished, running, waiting and paused transfers; those
 *     that failed or were cancelled no longer count
 * @param filesDone how many transfers of the present run are done
 * @param filesTotal of how many, counted as the bytes are
 * @param bytesPerSecond smoothed over some seconds, all transfers together
 * @param timeLeft an estimate from bytes and from files per second; empty while there is no ground
 *     for one
 */
public record QueueTotals(
        TransferCounts counts,
        long bytesDone,
        long bytesTotal,
        long filesDone,
        long filesTotal,
        double bytesPerSecond,
        Optional<Duration> timeLeft) {

    public int waiting() {
        return counts.waiting();
    }

    public int running() {
        return counts.running();
    }

    public int paused() {
        return counts.paused();
    }

    public int done() {
        return counts.done();
    }

    public int skipped() {
        return counts.skipped();
    }

    public int failed() {
        return counts.failed();
    }

    public int cancelled() {
        return counts.cancelled();
    }

    /** All transfers in the queue. */
    public int count() {
        return counts.count();
    }

    /** Transfers that come to an end by themselves: not those that are paused. */
    public int left() {
        return counts.left();
    }

    /** Whether nothing waits and nothing runs. */
    public boolean idle() {
        return left() == 0;
    }

    /** 0 to 1, of the bytes, or of the files where none has any; 1 when there is nothing to do. */
    public double progress() {
        if (bytesTotal > 0) {
            return (double) bytesDone / bytesTotal;
        }
        return filesTotal == 0 || idle() ? 1 : (double) filesDone / filesTotal;
    }
}
