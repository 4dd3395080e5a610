package org.outturn.transfer;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** The transfers of one plan, counted. Guarded by the queue's lock. */
final class Batch {
    private final BatchId id;
    private final Direction direction;
    private final Instant submitted;
    private final BatchListener listener;
    private final StateCounts counts = new StateCounts();
    private final Set<Prefix> changed = new HashSet<>();
    private @Nullable Failure why;

    Batch(BatchId id, Direction direction, Instant submitted, BatchListener listener) {
        this.submitted = submitted;
        this.id = id;
        this.direction = direction;
        this.listener = listener;
    }

    BatchId id() {
        return id;
    }

    Direction direction() {
        return direction;
    }

    Instant submitted() {
        return submitted;
    }

    BatchListener listener() {
        return listener;
    }

    StateCounts counts() {
        return counts;
    }

    /** An object was made, replaced or deleted. */
    void changed(ObjectAddress address) {
        changed.add(address.parent());
    }

    /** One of the transfers has failed. */
    void failed(@Nullable Failure failure) {
        why = failure;
    }

    boolean ended() {
        return counts.open() == 0;
    }

    /** What has become of it; the next report begins with no changed prefix. */
    BatchReport report() {
        BatchReport report =
                new BatchReport(
                        id,
                        direction,
                        counts.of(TransferState.DONE),
                        counts.of(TransferState.SKIPPED),
                        counts.of(TransferState.FAILED),
                        counts.of(TransferState.CANCELLED),
                        counts.of(TransferState.FAILED) == 0
                                ? Optional.empty()
                                : Optional.ofNullable(why),
                        changed);
        changed.clear();
        return report;
    }
}
