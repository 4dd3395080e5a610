package org.outturn.orphans;

import java.time.Instant;

/** Why something is taken for left behind. */
public sealed interface OrphanReason {

    /**
     * The request has its result.
     *
     * @param resultAt when the newest part of it was stored
     */
    record RequestFinished(Instant resultAt) implements OrphanReason {}

    /** Nothing came of the input, long after its pipeline should have been done with it. */
    record NothingCame(Instant since) implements OrphanReason {}

    /** The stored result says that the request failed; somebody may want to try again. */
    record RequestFailed(Instant resultAt) implements OrphanReason {}

    /**
     * A later attempt left a whole set.
     *
     * @param kept the attempt that is kept, as its keys have it, for instance {@code
     *     20251114_011839}
     */
    record NewerSet(String kept) implements OrphanReason {}

    /**
     * A later attempt than the kept one, but it left no whole set.
     *
     * @param kept as in {@link NewerSet}
     */
    record UnfinishedSet(String kept) implements OrphanReason {}

    /** The job has its results. */
    record JobFinished(String job, Instant resultAt) implements OrphanReason {}

    /** It was begun, and more than a day later it has not ended. */
    record NeverEnded(Instant begun) implements OrphanReason {}

    /**
     * No upload and no recording names this job, by key or by metadata.
     *
     * @param asked how many of them were asked for their metadata
     */
    record NoUpload(String job, int asked) implements OrphanReason {}

    /** Whether it can be deleted without a thought; else a person has to judge. */
    default boolean isSure() {
        return switch (this) {
            case RequestFinished _, NewerSet _, JobFinished _, NeverEnded _ -> true;
            case NothingCame _, RequestFailed _, UnfinishedSet _, NoUpload _ -> false;
        };
    }
}
