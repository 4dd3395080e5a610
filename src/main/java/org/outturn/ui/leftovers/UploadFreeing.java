package org.outturn.ui.leftovers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.UnfinishedUpload;

/** Frees the parts of uploads that never ended, one after the other. Blocks on the server. */
final class UploadFreeing {
    private final ObjectStore store;
    private final List<UnfinishedUpload> uploads;
    private final AtomicInteger freed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<@Nullable Failure> firstFailure = new AtomicReference<>();

    UploadFreeing(ObjectStore store, List<UnfinishedUpload> uploads) {
        this.store = store;
        this.uploads = uploads;
    }

    /**
     * Goes on after one that cannot be freed: the next may be.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    void run(Cancellation cancellation) {
        for (UnfinishedUpload upload : uploads) {
            cancellation.check();
            try {
                store.abort(upload.target(), upload.uploadId());
                freed.incrementAndGet();
            } catch (FailureException e) {
                cancellation.check();
                firstFailure.compareAndSet(null, e.failure());
                failed.incrementAndGet();
            }
        }
    }

    int all() {
        return uploads.size();
    }

    int freed() {
        return freed.get();
    }

    /** How many were tried by now. */
    int tried() {
        return freed.get() + failed.get();
    }

    /** Why one was not freed. */
    Optional<Failure> failure() {
        return Optional.ofNullable(firstFailure.get());
    }
}
