package org.outturn.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one thread that has the database. What comes in while it commits goes into the next commit
 * together, so that twenty transfers that end at once cost one write and not twenty.
 */
final class JournalWriter implements AutoCloseable {
    private static final int MOST_AT_ONCE = 256;

    private final Connection database;
    private final LinkedBlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    JournalWriter(Connection database) {
        this.database = database;
        Thread.ofPlatform().daemon().name("journal").start(this::work);
    }

    /** Something to be done with the database. */
    interface Work<T> {
        T with(Connection database) throws SQLException;
    }

    /** Something that changes the database. */
    interface Change {
        void to(Connection database) throws SQLException;
    }

    private record Job<T>(Work<T> work, CompletableFuture<T> result) {
        /** Does it; what it found is told when it is committed. */
        Runnable run(Connection database) throws SQLException {
            T found = work.with(database);
            return () -> result.complete(found);
        }
    }

    void change(Change change) {
        read(database -> {
            change.to(database);
            return true;
        });
    }

    <T> T read(Work<T> work) {
        var job = new Job<>(work, new CompletableFuture<T>());
        jobs.add(job);
        if (closed.get() && jobs.remove(job)) {
            job.result().completeExceptionally(new SQLException("closed"));
        }
        try {
            return job.result().join();
        } catch (CompletionException e) {
            throw new JournalException("the journal could not be used", e.getCause());
        }
    }

    private void work() {
        try {
            while (!closed.get() || !jobs.isEmpty()) {
                Job<?> first = jobs.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    List<Job<?>> due = new ArrayList<>();
                    due.add(first);
                    jobs.drainTo(due, MOST_AT_ONCE);
                    commit(due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endUp();
        }
    }

    /** All in one transaction; if that fails each on its own, so that one fails alone. */
    private void commit(List<Job<?>> due) {
        try {
            attempt(due);
        } catch (SQLException | RuntimeException e) {
            if (due.size() == 1) {
                due.getFirst().result().completeExceptionally(e);
            } else {
                due.forEach(job -> commit(List.of(job)));
            }
        }
    }

    private void attempt(List<Job<?>> due) throws SQLException {
        List<Runnable> answers = new ArrayList<>();
        try {
            for (Job<?> job : due) {
                answers.add(job.run(database));
            }
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
        answers.forEach(Runnable::run);
    }

    private void endUp() {
        try {
            database.close();
            ended.complete(null);
        } catch (SQLException e) {
            ended.completeExceptionally(e);
        }
    }

    /** Finishes what was asked for, and waits for that. */
    @Override
    public void close() {
        closed.set(true);
        var wake = new Job<>(_ -> true, new CompletableFuture<>());
        jobs.add(wake);
        ended.exceptionally(_ -> null).join();
    }
}
