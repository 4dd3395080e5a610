package org.outturn.catalog;

import java.time.Instant;
import org.outturn.failure.Failure;

/** How much of what was to be listed has been listed. */
public sealed interface Completeness {

    /** More may come. */
    record Running() implements Completeness {}

    /**
     * Everything that the server has was listed.
     *
     * @param at when the last page arrived, by this computer's clock
     */
    record Complete(Instant at) implements Completeness {}

    /** Some of it was listed, and no more will be. */
    record Partial(Cause cause, Instant at) implements Completeness {}

    /** It ended with a failure; what was listed before stays valid. */
    record Failed(Failure failure, Instant at) implements Completeness {}

    /** Why a listing is partial though nothing failed. */
    enum Cause {
        /** The operator, or the closing of the connection, stopped it. */
        CANCELLED,
        /** There is more than was asked for. */
        LIMIT
    }
}
