package org.outturn.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/**
 * A journal that is still being opened, so that the window need not wait for the disk: the first
 * use waits instead.
 *
 * @param opening never fails
 */
public record PendingJournal(CompletableFuture<OpenedJournal> opening) implements Journal {

    /** Begins to open a file on a thread of its own. */
    public static PendingJournal of(JournalFile file) {
        var opening = new CompletableFuture<OpenedJournal>();
        Thread.ofVirtual().name("journal-open").start(() -> opening.complete(file.open()));
        return new PendingJournal(opening);
    }

    private Journal journal() {
        return opening.join().journal();
    }

    @Override
    public boolean durable() {
        return journal().durable();
    }

    @Override
    public long newIds(int count) {
        return journal().newIds(count);
    }

    @Override
    public void add(JournalBatch batch, List<JournalEntry> entries) {
        journal().add(batch, entries);
    }

    @Override
    public void mark(List<JournalMark> marks) {
        journal().mark(marks);
    }

    @Override
    public void keep(long transfer, Kept kept) {
        journal().keep(transfer, kept);
    }

    @Override
    public void freed(long transfer, String keptId) {
        journal().freed(transfer, keptId);
    }

    @Override
    public void remove(Collection<Long> transfers) {
        journal().remove(transfers);
    }

    @Override
    public List<JournalBatch> batches(String connection) {
        return journal().batches(connection);
    }

    @Override
    public List<JournalEntry> entries(long batch) {
        return journal().entries(batch);
    }

    @Override
    public void keep(JournalJob job) {
        journal().keep(job);
    }

    @Override
    public Optional<JournalJob> job(long batch) {
        return journal().job(batch);
    }

    @Override
    public List<JournalJob> jobs(String jobId) {
        return journal().jobs(jobId);
    }

    @Override
    public SortedMap<String, Integer> open() {
        return journal().open();
    }

    @Override
    public void close() {
        journal().close();
    }
}
