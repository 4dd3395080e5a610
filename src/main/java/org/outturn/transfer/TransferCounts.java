package org.outturn.transfer;

/**
 * How many transfers are in each state at one moment.
 *
 * @param refused how many of the failed ones no retry helps, because the plan refused them
 */
public record TransferCounts(
        int waiting,
        int running,
        int paused,
        int done,
        int skipped,
        int failed,
        int cancelled,
        int refused) {

    /** All of them. */
    public int count() {
        return waiting + running + paused + done + skipped + failed + cancelled;
    }

    /** Those that come to an end by themselves: not those that are paused. */
    public int left() {
        return waiting + running;
    }

    /** Those that have not come to an end. */
    public int open() {
        return left() + paused;
    }

    /** The failed ones that may be tried again. */
    public int failedForNow() {
        return failed - refused;
    }

    /** Those that {@link TransferQueue#retry} would begin anew. */
    public int retryable() {
        return failedForNow() + cancelled;
    }
}
