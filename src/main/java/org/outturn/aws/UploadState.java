package org.outturn.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far the upload of one file has come. A cancel must not fall between the request that creates
 * a multipart upload and its answer: nobody would know the id to abort it by.
 */
final class UploadState {
    private final UploadProgress progress;
    private final Consumer<String> lateAbort;
    private final CompletableFuture<Boolean> abort = new CompletableFuture<>();
    private @Nullable Runnable pendingCancel;
    private boolean creating;
    private boolean completing;
    private boolean cancelled;
    private @Nullable String uploadId;

    /**
     * @param lateAbort given the id of an upload that came to be after the transfer was cancelled
     */
    UploadState(UploadProgress progress, Consumer<String> lateAbort) {
        this.progress = progress;
        this.lateAbort = lateAbort;
    }

    UploadProgress progress() {
        return progress;
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

    /** The transfer manager has tried to free the parts. */
    void aborted(boolean successfully) {
        abort.complete(successfully);
    }

    /** Waits for the transfer manager to free the parts; whether it has done so. */
    boolean awaitAborted(Duration atMost) {
        try {
            return abort.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
