package org.outturn.aws;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far the multipart upload of one file has come at the server. A cancel must not fall between
 * the request that creates the upload and its answer: nobody would know the id to abort it by.
 */
final class MultipartState {
    private final Consumer<String> lateAbort;
    private @Nullable Runnable pendingCancel;
    private boolean creating;
    private boolean completing;
    private boolean cancelled;
    private @Nullable String uploadId;

    /**
     * @param lateAbort given the id of an upload that came to be after the transfer was cancelled
     */
    MultipartState(Consumer<String> lateAbort) {
        this.lateAbort = lateAbort;
    }

    synchronized void creating() {
        creating = true;
    }

    synchronized void completing() {
        completing = true;
    }

    void created(String id) {
        Runnable due;
        boolean late;
        synchronized (this) {
            uploadId = id;
            late = cancelled;
            due = settled();
        }
        if (late) {
            lateAbort.accept(id);
        }
        due.run();
    }

    void notCreated() {
        Runnable due;
        synchronized (this) {
            due = settled();
        }
        due.run();
    }

    /** Runs {@code action} now, or as soon as it is known whether there is an upload to abort. */
    void cancel(Runnable action) {
        synchronized (this) {
            if (creating) {
                pendingCancel = action;
                return;
            }
            cancelled = true;
        }
        action.run();
    }

    /** The id that the server gave, when there is one. */
    synchronized Optional<String> uploadId() {
        return Optional.ofNullable(uploadId);
    }

    /** Whether the server was asked to put the parts together. */
    synchronized boolean isCompleting() {
        return completing;
    }

    private Runnable settled() {
        creating = false;
        Runnable due = pendingCancel;
        pendingCancel = null;
        return due == null ? () -> {} : due;
    }
}
