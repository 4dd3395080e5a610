package org.outturn.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
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

    private final ObjectStore store;
    private final Guard guard;
    private final Ledger ledger;
    private int freeing;

    Leavings(ObjectStore store, Guard guard, Ledger ledger) {
        this.store = store;
        this.guard = guard;
        this.ledger = ledger;
    }

    /**
     * Begins to; call it with the guard held. What cannot be freed now stays in the journal and is
     * tried at the next start.
     */
    void free(Transfer transfer) {
        Traces traces = transfer.traces();
        Optional<ObjectAddress> target = transfer.planned().address();
        if (target.isEmpty()) {
            return;
        }
        transfer.leavesNothing();
        freeing++;
        Thread.ofVirtual()
                .name("transfer-free-" + transfer.id().value())
                .start(() -> {
                    try {
                        free(transfer, traces, target.get());
                    } finally {
                        guard.change(() -> {
                            freeing--;
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
        }
    }

    /** Whether all that was begun has come to an end; with the guard held. */
    boolean isIdle() {
        return freeing == 0;
    }
}
