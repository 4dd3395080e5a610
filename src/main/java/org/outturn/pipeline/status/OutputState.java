package org.outturn.pipeline.status;

import java.util.Locale;

/** How an output is. */
public enum OutputState {
    /** Everything that is expected is there. */
    COMPLETE,
    /** Something is there, and something is missing. */
    PARTIAL,
    /** It came to nothing. */
    FAILED,
    /** It is being uploaded. */
    UPLOADING,
    /** The input is there and the result is not yet. */
    WAITING,
    /** Nobody can tell. */
    UNKNOWN;

    /** For instance {@code status.complete}. */
    public String messageKey() {
        return "status." + name().toLowerCase(Locale.ROOT);
    }

    /** The one that an operator has to know of first: trouble before work, work before rest. */
    static OutputState worse(OutputState one, OutputState other) {
        return one.weight() >= other.weight() ? one : other;
    }

    private int weight() {
        return switch (this) {
            case FAILED -> 5;
            case PARTIAL -> 4;
            case WAITING -> 3;
            case UNKNOWN -> 2;
            case COMPLETE -> 1;
            case UPLOADING -> 6;
        };
    }
}
