package org.outturn.transfer;

import java.util.Locale;
import java.util.Set;

/** Where a transfer stands. The only moves are those of {@link #next()}. */
public enum TransferState {
    /** Has not begun, or waits to be tried again. */
    WAITING,
    /** Bytes move. */
    RUNNING,
    /** The operator made it wait; what has been sent is kept. */
    PAUSED,
    /** The object or the file is whole and in its place. */
    DONE,
    /** The plan left it out, because nothing needed to be done. */
    SKIPPED,
    /** It did not work; the reason is known. */
    FAILED,
    /** The operator stopped it. */
    CANCELLED;

    /** The states that may follow this one. */
    public Set<TransferState> next() {
        return switch (this) {
            // waiting fails when the sign-in has expired: there is no point in trying
            case WAITING -> Set.of(RUNNING, PAUSED, CANCELLED, FAILED);
            // running waits again before an automatic retry
            case RUNNING -> Set.of(DONE, FAILED, CANCELLED, WAITING, PAUSED);
            case PAUSED -> Set.of(WAITING, CANCELLED);
            case FAILED, CANCELLED -> Set.of(WAITING);
            case DONE, SKIPPED -> Set.of();
        };
    }

    /** Whether nothing happens any more unless the operator asks for it. */
    public boolean terminal() {
        return this != WAITING && this != RUNNING && this != PAUSED;
    }

    /**
     * @return {@code to}
     * @throws IllegalStateException if that move is not one of {@link #next()}
     */
    public TransferState moveTo(TransferState to) {
        if (!next().contains(to)) {
            throw new IllegalStateException(this + " cannot become " + to);
        }
        return to;
    }

    /** For instance {@code transfer.state.waiting}. */
    public String messageKey() {
        return "transfer.state." + name().toLowerCase(Locale.ROOT);
    }
}
