package org.outturn.upload;

/** Told how far planning has come. Called often, on the planning thread: it returns at once. */
@FunctionalInterface
public interface PlanListener {
    /** Nobody wants to know. */
    PlanListener NONE = (stage, count) -> {};

    /** What planning is doing. */
    enum Stage {
        /** Walking the dropped folders; counts files. */
        WALKING,
        /** Listing the target; counts objects seen. */
        LISTING,
        /** Reading files whose size is the same as their object's; counts files. */
        COMPARING
    }

    /**
     * @param count how many so far in this stage
     */
    void planning(Stage stage, long count);
}
