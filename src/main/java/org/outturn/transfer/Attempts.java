package org.outturn.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what transfers are there for; never call it with the queue's lock held. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final ObjectStore store;
    private final TransferOptions options;
    private final Guard guard;
    private final Ledger ledger;
    private final Leavings leavings;

    Attempts(
            ObjectStore store,
            TransferOptions options,
            Guard guard,
            Ledger ledger,
            Leavings leavings) {
        this.store = store;
        this.options = options;
        this.guard = guard;
        this.ledger = ledger;
        this.leavings = leavings;
    }

    /**
     * Begins one, or several that go together, and waits for their end.
     *
     * @param together not empty; more than one only of what is deleted from one bucket
     */
    Map<Transfer, AttemptResult> run(List<Transfer> together) {
        Transfer first = together.getFirst();
        return first.planned().task() instanceof DeleteTask
                ? delete(together)
                : Map.of(first, one(first));
    }

    private AttemptResult one(Transfer transfer) {
        TransferTask task = Objects.requireNonNull(transfer.planned().task());
        Transfer.Running running = guard.read(_ -> transfer.running().orElseThrow());
        leavings.await(transfer);
        Traces traces = guard.read(_ -> transfer.traces());
        if (transfer.planned().mayLeaveTraces(options.smallBytes())) {
            ledger.mark(List.of(new Ending(TransferState.RUNNING, null).step(transfer)));
        }
        var told = new ToldProgress(transfer, running.progress(), guard, ledger);
        return AttemptResult.of(
                transfer.planned(),
                task instanceof TagTask tags
                        ? () -> tag(transfer, tags, running.cancellation())
                        : () -> task.run(store, told, running.cancellation(), traces));
    }

    private void tag(Transfer transfer, TagTask task, Cancellation cancellation) {
        ObjectTags now = task.change(store, cancellation);
        try {
            transfer.batch().listener().tagged(task.address(), now);
        } catch (RuntimeException e) {
            LOG.error("Somebody told of tags has failed", e);
        }
    }

    private Map<Transfer, AttemptResult> delete(List<Transfer> together) {
        List<ObjectAddress> gone =
                together.stream().map(t -> t.planned().address().orElseThrow()).toList();
        Map<String, Failure> failed = new HashMap<>();
        AttemptResult all =
                AttemptResult.of(
                        together.getFirst().planned(),
                        () ->
                                failed.putAll(
                                        DeleteTask.together(
                                                store,
                                                gone.getFirst().bucket(),
                                                gone.stream().map(ObjectAddress::key).toList())));
        Map<Transfer, AttemptResult> results = new LinkedHashMap<>();
        for (int i = 0; i < gone.size(); i++) {
            Failure own = failed.get(gone.get(i).key());
            results.put(
                    together.get(i),
                    own == null ? all : new AttemptResult(TransferState.FAILED, Optional.of(own)));
        }
        return results;
    }
}
