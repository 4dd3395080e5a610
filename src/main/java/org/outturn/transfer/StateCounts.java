package org.outturn.transfer;

/** How many transfers are in each state. */
final class StateCounts {
    private final int[] counts = new int[TransferState.values().length];

    void add(TransferState state) {
        counts[state.ordinal()]++;
    }

    void remove(TransferState state) {
        counts[state.ordinal()]--;
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
}
