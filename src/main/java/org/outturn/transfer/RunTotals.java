package org.outturn.transfer;

import java.time.Duration;
import java.util.Optional;

/**
 * The bytes and the pace of the present run. Guarded by the queue's lock.
 *
 * <p>A file costs more than its bytes: each needs an answer of the server. So the time left is
 * reckoned in bytes plus a fixed sum per file, which fits a few large files as well as thousands of
 * small ones.
 */
final class RunTotals {
    private static final long BYTES_PER_FILE = 64 << 10;
    private static final double LONGEST_SECONDS = Duration.ofDays(30).toSeconds();
    private static final double NANOS = 1e9;

    /** When nothing has moved for so long, an old pace is no ground for an estimate. */
    private static final long STALL_NANOS = Duration.ofSeconds(5).toNanos();

    private long finishedBytes;
    private long finishedFilesOfRun;
    private long openBytes;
    private long openFiles;

    /** What running transfers have moved; part of the open bytes. */
    private long movedInOpen;

    private long moved;
    private long finishedFiles;
    private RateMeter speed;
    private RateMeter pace;
    private long lastWork;
    private long lastWorkNanos;
    private long measuredNanos;

    RunTotals(long nanos) {
        speed = new RateMeter(nanos, 0);
        pace = new RateMeter(nanos, 0);
    }

    /** A new run begins: nothing is open. */
    void begin(long nanos) {
        finishedBytes = 0;
        finishedFilesOfRun = 0;
        speed = new RateMeter(nanos, moved);
        pace = new RateMeter(nanos, work());
        lastWorkNanos = nanos;
    }

    /** A transfer begins to wait that did not. */
    void opened(long bytes) {
        openBytes += bytes;
        openFiles++;
    }

    /** A running transfer came further. */
    void moved(long bytes) {
        moved += bytes;
        movedInOpen += bytes;
    }

    /** What an attempt has moved is void, because it starts anew or not at all. */
    void dropped(long bytes) {
        movedInOpen -= bytes;
    }

    /** A transfer neither waits nor runs any more. */
    void closed(long bytes, boolean done) {
        openBytes -= bytes;
        openFiles--;
        if (done) {
            finishedBytes += bytes;
            finishedFiles++;
            finishedFilesOfRun++;
        }
    }

    void measure(long nanos) {
        speed.sample(nanos, moved);
        pace.sample(nanos, work());
        if (work() != lastWork) {
            lastWork = work();
            lastWorkNanos = nanos;
        }
        measuredNanos = nanos;
    }

    QueueTotals totals(StateCounts counts) {
        boolean stands = openFiles == 0 || openFiles == counts.of(TransferState.PAUSED);
        return new QueueTotals(
                counts.now(),
                finishedBytes + movedInOpen,
                finishedBytes + openBytes,
                finishedFilesOfRun,
                finishedFilesOfRun + openFiles,
                stands ? 0 : speed.perSecond(),
                stands ? Optional.empty() : timeLeft());
    }

    private Optional<Duration> timeLeft() {
        boolean stalls = measuredNanos - lastWorkNanos > STALL_NANOS;
        if (openFiles == 0 || stalls || pace.perSecond() <= 0) {
            return Optional.empty();
        }
        double work = (double) openBytes - movedInOpen + (double) openFiles * BYTES_PER_FILE;
        double seconds = work / pace.perSecond();
        return seconds > LONGEST_SECONDS
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (seconds * NANOS)));
    }

    private long work() {
        return moved + finishedFiles * BYTES_PER_FILE;
    }
}
