package org.outturn.transfer;

/** How many transfers are in each state. */
final class StateCounts {
    private final int[] counts = new int[TransferState.values().length];
    private int refused;

    void add(Transfer transfer) {
        counts[transfer.state().ordinal()]++;
        refused += isRefused(transfer) ? 1 : 0;
    }

    /** Takes one out; to be called before its state changes. */
    void remove(Transfer transfer) {
        counts[transfer.state().ordinal()]--;
        refused -= isRefused(transfer) ? 1 : 0;
    }

    private static boolean isRefused(Transfer transfer) {
        return transfer.state() == TransferState.FAILED && !transfer.canRetry();
    }

    int of(TransferState state) {
        return counts[state.ordinal()];
    }

    /** Those that come to an end without anybody asking for it. */
    int left() {
        return of(TransferState.WAITING) + of(TransferState.RUNNING);
    }

    /** Those that have not come to an end. */
    int open() {
        return left() + of(TransferState.PAUSED);
    }

    TransferCounts now() {
        return new TransferCounts(
                of(TransferState.WAITING),
                of(TransferState.RUNNING),
                of(TransferState.PAUSED),
                of(TransferState.DONE),
                of(TransferState.SKIPPED),
                of(TransferState.FAILED),
                of(TransferState.CANCELLED),
                refused);
    }
}
