package org.outturn.ui.common;

import java.util.function.Consumer;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;

/** Runs work away from the JavaFX thread and brings its result back to it. */
public interface TaskRunner {

    /**
     * Starts work at once. Exactly one of the two listeners is called, on the JavaFX thread;
     * neither is when the work was cancelled first.
     *
     * @param name what is being done, for the thread's name and the log
     * @param work gets the handle that the caller holds, to look at it now and then
     * @return the handle that cancels the work
     */
    <T> Cancellation run(
            String name, Work<T> work, Consumer<? super T> done, Consumer<Failure> failed);

    /** Something that takes time and may throw. */
    @FunctionalInterface
    interface Work<T> {
        T run(Cancellation cancellation) throws Exception;
    }
}
