package org.outturn.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A journal in one file, with SQLite's write-ahead log: a commit is one append, and what a kill
 * leaves is whole. Made by {@link JournalFile}.
 */
final class SqliteJournal implements Journal {
    private final JournalWriter writer;
    private final JournalTables tables = new JournalTables();
    private final JobTable jobs = new JobTable();
    private final AtomicLong lastId;
    private final FileChannel lock;

    /**
     * @param database with the tables in it; closed with the journal
     * @param lock held against other processes; closed with the journal
     */
    SqliteJournal(Connection database, FileChannel lock) throws SQLException {
        this.lock = lock;
        lastId = new AtomicLong(highestId(database));
        writer = new JournalWriter(database);
    }

    private static long highestId(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT max((SELECT coalesce(max(id), 0) FROM batch),"
                                        + " (SELECT coalesce(max(id), 0) FROM transfer),"
                                        // a job is remembered by its batch when that has gone
                                        + " (SELECT coalesce(max(batch), 0) FROM job))")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public long newIds(int count) {
        return lastId.getAndAdd(count) + 1;
    }

    @Override
    public void add(JournalBatch batch, List<JournalEntry> entries) {
        writer.change(database -> tables.add(database, batch, entries));
    }

    @Override
    public void mark(List<JournalMark> marks) {
        writer.change(database -> tables.mark(database, marks));
    }

    @Override
    public void keep(long transfer, Kept kept) {
        writer.change(database -> tables.keep(database, transfer, kept));
    }

    @Override
    public void freed(long transfer, String keptId) {
        writer.change(database -> tables.freed(database, transfer, keptId));
    }

    @Override
    public void remove(Collection<Long> transfers) {
        List<Long> due = List.copyOf(transfers);
        writer.change(database -> tables.remove(database, due));
    }

    @Override
    public List<JournalBatch> batches(String connection) {
        return writer.read(database -> tables.batches(database, connection));
    }

    @Override
    public List<JournalEntry> entries(long batch) {
        return writer.read(database -> tables.entries(database, batch));
    }

    @Override
    public void keep(JournalJob job) {
        writer.change(database -> jobs.keep(database, job));
    }

    @Override
    public Optional<JournalJob> job(long batch) {
        return writer.read(database -> jobs.of(database, batch));
    }

    @Override
    public List<JournalJob> jobs(String jobId) {
        return writer.read(database -> jobs.of(database, jobId));
    }

    @Override
    public SortedMap<String, Integer> open() {
        return writer.read(database -> new TreeMap<>(tables.open(database)));
    }

    @Override
    public void close() {
        writer.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
