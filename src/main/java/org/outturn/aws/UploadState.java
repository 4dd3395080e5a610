package org.outturn.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How far the upload of one file has come. A cancel must not fall between the request that creates
 * a multipart upload and its answer: nobody would know the id to abort it by.
 */
final class UploadState {
    private final UploadProgress progress;
    private final Owner owner;
    private final FileDigests digests;
    private final boolean withMd5;
    private final CompletableFuture<Boolean> abort = new CompletableFuture<>();
    private @Nullable Runnable pendingCancel;
    private boolean creating;
    private int unanswered;
    private boolean completing;
    private boolean cancelled;
    private boolean keepsParts;
    private @Nullable String uploadId;

    /** Who has the upload made. */
    interface Owner {
        /** The server has begun it under this id; no part has been sent yet. */
        void begun(String id);

        /** It came to be after the transfer was cancelled. */
        void free(String id);
    }

    /**
     * @param withMd5 whether each part is sent with its MD5
     * @param keepsParts whether the parts stay on the server if the upload fails
     */
    UploadState(
            UploadProgress progress,
            Owner owner,
            FileDigests digests,
            boolean withMd5,
            boolean keepsParts) {
        this.progress = progress;
        this.owner = owner;
        this.digests = digests;
        this.withMd5 = withMd5;
        this.keepsParts = keepsParts;
    }

    /** What to send the whole file's or a part's Content-MD5 by; empty to send none. */
    Optional<FileDigests> digests() {
        return withMd5 ? Optional.of(digests) : Optional.empty();
    }

    /** The parts on the server are of no use for another attempt. */
    synchronized void spoilt() {
        keepsParts = false;
    }

    /** It was begun earlier, under this id. */
    synchronized void goesOn(String id) {
        uploadId = id;
    }

    UploadProgress progress() {
        return progress;
    }

    synchronized void creating() {
        creating = true;
    }

    /** A request to begin an upload is on its way, for the first time or again. */
    synchronized void asked() {
        unanswered++;
    }

    /**
     * Whether a request to begin an upload may have come through though its answer did not, so that
     * there may be an upload that nobody knows by its id.
     */
    synchronized boolean mayHaveNameless() {
        return unanswered > 0;
    }

    synchronized void completing() {
        completing = true;
    }

    void created(String id) {
        Runnable due;
        boolean late;
        synchronized (this) {
            uploadId = id;
            unanswered--;
            late = cancelled && !keepsParts;
            due = settled();
        }
        if (late) {
            owner.free(id);
        }
        try {
            owner.begun(id);
        } finally {
            due.run();
        }
    }

    /**
     * @param refused whether the server has said so itself
     */
    void notCreated(boolean refused) {
        Runnable due;
        synchronized (this) {
            unanswered -= refused ? 1 : 0;
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

    /**
     * Runs {@code action} now, or as soon as it is known whether there is an upload to abort.
     *
     * @param forLater whether the parts are to stay for another attempt
     */
    void cancel(boolean forLater, Runnable action) {
        synchronized (this) {
            keepsParts = forLater && keepsParts;
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

    /** Whether the parts stay on the server if the upload does not come to its end. */
    synchronized boolean keepsParts() {
        return keepsParts;
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
