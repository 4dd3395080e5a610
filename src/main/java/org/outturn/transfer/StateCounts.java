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

    int left() {
        return of(TransferState.WAITING) + of(TransferState.RUNNING);
    }
}
