package org.outturn.transfer;

import java.util.Set;
import java.util.function.Predicate;

/** Which transfers of a queue something is to happen to. */
public final class TransferScope {
    private final Predicate<Transfer> condition;

    private TransferScope(Predicate<Transfer> condition) {
        this.condition = condition;
    }

    public static TransferScope all() {
        return new TransferScope(t -> true);
    }

    public static TransferScope of(TransferId id) {
        return new TransferScope(t -> t.id().equals(id));
    }

    public static TransferScope of(Set<TransferId> ids) {
        Set<TransferId> some = Set.copyOf(ids);
        return new TransferScope(t -> some.contains(t.id()));
    }

    /** What was submitted together. */
    public static TransferScope of(BatchId batch) {
        return new TransferScope(t -> t.batch().id().equals(batch));
    }

    /**
     * The files of one dropped folder.
     *
     * @param group as in {@link TransferSnapshot#group()}
     */
    public static TransferScope of(BatchId batch, String group) {
        return new TransferScope(
                t -> t.batch().id().equals(batch) && t.planned().group().equals(group));
    }

    /** Those that have failed. */
    public static TransferScope failed() {
        return new TransferScope(t -> t.state() == TransferState.FAILED);
    }

    boolean includes(Transfer transfer) {
        return condition.test(transfer);
    }
}
