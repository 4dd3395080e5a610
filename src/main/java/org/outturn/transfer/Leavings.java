package org.outturn.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees what transfers have left on the server or the disk and nobody needs any more. */
final class Leavings {
    private static final Logger LOG = LoggerFactory.getLogger(Leavings.class);

    /** Longer than a server may keep silent. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final Guard guard;
    private final Ledger ledger;
    private final Set<Transfer> freeing = new HashSet<>();

    Leavings(ObjectStore store, Guard guard, Ledger ledger) {
        this.store = store;
        this.guard = guard;
        this.ledger = ledger;
    }

    /**
     * Begins to; call it with the guard held. What cannot be freed now is left for whatever becomes
     * of the transfer next, and for the next start.
     */
    void free(Transfer transfer) {
        Traces traces = transfer.traces();
        Optional<ObjectAddress> target = transfer.planned().address();
        if (target.isEmpty()) {
            return;
        }
        transfer.leavesNothing();
        freeing.add(transfer);
        Thread.ofVirtual()
                .name("transfer-free-" + transfer.id().value())
                .start(() -> {
                    try {
                        free(transfer, traces, target.get());
                    } finally {
                        guard.change(() -> {
                            freeing.remove(transfer);
                        });
                    }
                });
    }

    private void free(Transfer transfer, Traces traces, ObjectAddress target) {
        try {
            if (transfer.planned().task() instanceof DownloadTask download) {
                Files.deleteIfExists(download.temporary());
            } else {
                traces.release(store, target, Cancellation.never());
            }
            traces.parts().ifPresent(parts -> ledger.freed(transfer, parts.uploadId()));
            traces.download().ifPresent(d -> ledger.freed(transfer, d.file().toString()));
        } catch (FailureException | CancellationException | IOException e) {
            LOG.warn("What a transfer of {} has left could not be freed yet", target.s3Uri(), e);
            guard.change(() -> transfer.stillLeaves(traces));
        }
    }

    /**
     * Waits until nothing of a transfer is being freed: what is freed could else be what it begins
     * anew. Without the guard.
     */
    void await(Transfer transfer) {
        try {
            guard.await(() -> !freeing.contains(transfer), LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all that was begun has come to an end; with the guard held. */
    boolean isIdle() {
        return freeing.isEmpty();
    }
}
