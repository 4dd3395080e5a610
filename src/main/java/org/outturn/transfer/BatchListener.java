package org.outturn.transfer;

import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;

/** Told of what becomes of a plan, on threads of the queue: every method returns soon. */
@FunctionalInterface
public interface BatchListener {
    /** Nobody wants to know. */
    BatchListener NONE = report -> {};

    /** All transfers of the plan have ended. Called once for each end. */
    void batchFinished(BatchReport report);

    /**
     * The tags of an object are these now.
     *
     * @param tags as the queue left or found them
     */
    default void tagged(ObjectAddress address, ObjectTags tags) {}
}
