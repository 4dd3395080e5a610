package org.outturn.transfer;

/** Told when all transfers of a plan have ended. */
@FunctionalInterface
public interface BatchListener {
    /** Nobody wants to know. */
    BatchListener NONE = report -> {};

    /** Called once for each end, on a thread of the queue: it returns soon. */
    void batchFinished(BatchReport report);
}
