package org.outturn.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Failure;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalBatch;
import org.outturn.journal.JournalEntry;
import org.outturn.journal.JournalException;
import org.outturn.journal.JournalMark;
import org.outturn.journal.Kept;
import org.outturn.storage.Encryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what becomes of the transfers of one queue into the journal. When that fails, for instance
 * because the disk is full, the transfers go on; the next start just will not know of them. Waits
 * for a disk: never call it with the queue's lock held.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Journal journal;
    private final String connection;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().addMixIn(Encryption.class, NamedEncryption.class).build();
    private final AtomicBoolean broken = new AtomicBoolean();

    Ledger(Journal journal, String connection, Clock clock) {
        this.journal = journal;
        this.connection = connection;
        this.clock = clock;
    }

    /** A state that a transfer is about to take. */
    record Step(Transfer transfer, TransferState state, @Nullable Failure failure) {}

    /** Whether the next start of the program will know of the transfers. */
    boolean remembers() {
        return journal.durable() && !broken.get();
    }

    long newIds(int count) {
        return journal.newIds(count);
    }

    void add(Batch batch, List<Transfer> transfers) {
        write(() -> {
            List<JournalEntry> entries = new ArrayList<>(transfers.size());
            for (Transfer t : transfers) {
                String work = json.writeValueAsString(StoredTransfer.of(t.planned()));
                JournalMark mark = mark(new Step(t, t.state(), t.planned().refusal()));
                entries.add(new JournalEntry(batch.id().value(), work, mark, Optional.empty()));
            }
            journal.add(
                    new JournalBatch(
                            batch.id().value(),
                            connection,
                            batch.direction().name(),
                            clock.instant()),
                    entries);
        });
    }

    void mark(List<Step> steps) {
        if (!steps.isEmpty()) {
            write(() -> journal.mark(steps.stream().map(this::mark).toList()));
        }
    }

    void keep(Transfer transfer, StoredKept kept) {
        write(() ->
                journal.keep(
                        transfer.id().value(), new Kept(kept.id(), json.writeValueAsString(kept))));
    }

    /**
     * @param keptId as in {@link StoredKept#id()}
     */
    void freed(Transfer transfer, String keptId) {
        write(() -> journal.freed(transfer.id().value(), keptId));
    }

    void remove(Collection<Transfer> transfers) {
        write(() -> journal.remove(transfers.stream().map(t -> t.id().value()).toList()));
    }

    private JournalMark mark(Step step) {
        Transfer transfer = step.transfer();
        @Nullable Failure failure = step.failure();
        return new JournalMark(
                transfer.id().value(),
                step.state().name(),
                !step.state().terminal(),
                failure == null ? "" : json.writeValueAsString(StoredFailure.of(failure)),
                transfer.attempts(),
                transfer.rank());
    }

    private void write(Runnable work) {
        try {
            work.run();
        } catch (JournalException e) {
            if (!broken.getAndSet(true)) {
                LOG.error("The journal cannot be written: transfers go on unremembered", e);
            }
        }
    }

    /** The batches that the journal has of this connection. */
    List<JournalBatch> batches() {
        return journal.batches(connection);
    }

    /** The transfers of a batch; those that this version cannot read are left out. */
    List<Transfer> transfers(JournalBatch stored, Batch batch) {
        List<Transfer> transfers = new ArrayList<>();
        for (JournalEntry entry : journal.entries(stored.id())) {
            try {
                transfers.add(transfer(entry, stored, batch));
            } catch (JacksonException | IllegalArgumentException e) {
                LOG.error("Transfer {} of the journal cannot be read", entry.id(), e);
            }
        }
        return transfers;
    }

    private Transfer transfer(JournalEntry entry, JournalBatch stored, Batch batch) {
        JournalMark mark = entry.mark();
        @Nullable Failure failure =
                mark.failure().isEmpty()
                        ? null
                        : json.readValue(mark.failure(), StoredFailure.class).failure();
        TransferState state = TransferState.valueOf(mark.state());
        PlannedTransfer planned =
                json.readValue(entry.work(), StoredTransfer.class)
                        .planned(state == TransferState.FAILED ? failure : null);
        var transfer = new Transfer(new TransferId(entry.id()), batch, planned);
        boolean ran = state == TransferState.RUNNING;
        // a small download is not marked when it begins, and may have left its temporary file
        boolean traces = ran || !state.terminal() && planned.direction() == Direction.DOWNLOAD;
        transfer.restore(
                ran ? TransferState.WAITING : state,
                failure,
                mark.rank(),
                StoredKept.traces(
                        traces,
                        stored.submitted(),
                        entry.kept().map(k -> json.readValue(k.what(), StoredKept.class))));
        return transfer;
    }
}
