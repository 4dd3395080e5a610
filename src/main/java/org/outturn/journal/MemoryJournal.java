package org.outturn.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A journal that ends with the program: for when there is no disk to write it to. */
public final class MemoryJournal implements Journal {
    private final AtomicLong lastId = new AtomicLong();
    private final SortedMap<Long, JournalBatch> batches = new TreeMap<>();
    private final SortedMap<Long, JournalEntry> entries = new TreeMap<>();
    private final SortedMap<Long, JournalJob> jobs = new TreeMap<>();

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public long newIds(int count) {
        return lastId.getAndAdd(count) + 1;
    }

    @Override
    public synchronized void add(JournalBatch batch, List<JournalEntry> added) {
        batches.put(batch.id(), batch);
        added.forEach(entry -> entries.put(entry.id(), entry));
    }

    @Override
    public synchronized void mark(List<JournalMark> marks) {
        for (JournalMark mark : marks) {
            entries.computeIfPresent(
                    mark.transfer(),
                    (id, e) -> new JournalEntry(e.batch(), e.work(), mark, e.kept()));
        }
    }

    @Override
    public synchronized void keep(long transfer, Kept kept) {
        entries.computeIfPresent(transfer, (id, e) -> with(e, Optional.of(kept)));
    }

    @Override
    public synchronized void freed(long transfer, String keptId) {
        entries.computeIfPresent(
                transfer, (id, e) -> with(e, e.kept().filter(k -> !k.id().equals(keptId))));
    }

    private static JournalEntry with(JournalEntry entry, Optional<Kept> kept) {
        return new JournalEntry(entry.batch(), entry.work(), entry.mark(), kept);
    }

    @Override
    public synchronized void remove(Collection<Long> transfers) {
        transfers.forEach(entries::remove);
        batches.keySet().removeIf(id -> entries(id).isEmpty());
    }

    @Override
    public synchronized List<JournalBatch> batches(String connection) {
        return batches.values().stream().filter(b -> b.connection().equals(connection)).toList();
    }

    @Override
    public synchronized List<JournalEntry> entries(long batch) {
        return new ArrayList<>(entries.values().stream().filter(e -> e.batch() == batch).toList());
    }

    @Override
    public synchronized void keep(JournalJob job) {
        jobs.put(job.batch(), job);
    }

    @Override
    public synchronized Optional<JournalJob> job(long batch) {
        return Optional.ofNullable(jobs.get(batch));
    }

    @Override
    public synchronized List<JournalJob> jobs(String jobId) {
        return jobs.values().stream().filter(job -> job.jobId().equals(jobId)).toList().reversed();
    }

    @Override
    public synchronized SortedMap<String, Integer> open() {
        SortedMap<String, Integer> open = new TreeMap<>();
        entries.values().stream()
                .filter(e -> e.mark().open())
                .map(e -> batches.get(e.batch()))
                .forEach(batch -> open.merge(batch.connection(), 1, Integer::sum));
        return open;
    }

    @Override
    public void close() {}
}
