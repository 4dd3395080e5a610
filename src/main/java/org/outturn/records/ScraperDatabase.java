package org.outturn.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;

/**
 * Job records as the scraper's database has them: the {@code output} column of its {@code jobs}
 * table, in PostgreSQL. Reads and never writes: the session is read only, and each question is one
 * {@code SELECT} with a limit of time.
 *
 * <p>One connection, made when it is first needed and kept; questions take their turn.
 */
public final class ScraperDatabase implements JobRecordSource {
    private static final String READ = "ReadJobRecord";
    private static final String CHECK_ACTION = "CheckJobRecords";

    private final DatabaseAddress address;
    private final InstantSource clock;
    private final DatabaseLogin login;
    private final UploadRecordReader reader = new UploadRecordReader();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private @Nullable Connection connection;
    private @Nullable JobsTable table;
    private volatile boolean closed;

    /**
     * @param password may be empty
     * @param clock says when a record was read
     */
    public ScraperDatabase(DatabaseAddress address, Secret password, InstantSource clock) {
        this(address, password, clock, Duration.ofSeconds(10));
    }

    /**
     * @param patience how long the database may think about one question
     */
    ScraperDatabase(
            DatabaseAddress address, Secret password, InstantSource clock, Duration patience) {
        this.address = address;
        this.clock = clock;
        login = new DatabaseLogin(address, password, patience);
    }

    @Override
    public Optional<JobRecord> find(String jobId, Cancellation cancellation) {
        Attempt attempt = new Attempt(READ, jobId);
        return ask(JobIds.checked(jobId, attempt), attempt, cancellation);
    }

    /** Asks for a job that there is not: that takes every permission that asking takes. */
    @Override
    public void check(Cancellation cancellation) {
        ask(JobIds.NOBODY, new Attempt(CHECK_ACTION, address.toString()), cancellation);
    }

    private Optional<JobRecord> ask(String jobId, Attempt attempt, Cancellation cancellation) {
        cancellation.check();
        var found = new CompletableFuture<Optional<JobRecord>>();
        // interrupting a virtual thread closes the socket that it waits for (java.net.Socket)
        Thread thread =
                Thread.ofVirtual().name("scraper-database").unstarted(() -> answer(found, jobId));
        working.add(thread);
        thread.start();
        cancellation.onCancel(() -> {
            found.cancel(false);
            thread.interrupt();
        });
        try {
            return found.get();
        } catch (ExecutionException e) {
            cancellation.check();
            throw new FailureException(DatabaseFailures.of(e.getCause(), login, attempt));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void answer(CompletableFuture<Optional<JobRecord>> found, String jobId) {
        try {
            turn.lockInterruptibly();
            try {
                found.complete(select(jobId));
            } finally {
                turn.unlock();
            }
        } catch (SQLException | InterruptedException | RuntimeException e) {
            found.completeExceptionally(e);
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    private Optional<JobRecord> select(String jobId) throws SQLException {
        try {
            Connection open = open();
            if (table == null) {
                table = JobsTable.find(open);
            }
            return table.select(open, jobId, reader)
                    .map(row ->
                            new JobRecord(
                                    jobId,
                                    row.status(),
                                    clock.instant(),
                                    JobRecord.Witness.SCRAPER_DATABASE,
                                    row.upload()));
        } catch (SQLException | RuntimeException e) {
            // the next question begins anew, with the table as it is then
            leave();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        if (closed) {
            throw new CancellationException("closed");
        }
        if (connection != null && !connection.isValid(2)) {
            leave();
        }
        if (connection == null) {
            connection = login.connect();
        }
        return connection;
    }

    private void leave() {
        Connection left = connection;
        connection = null;
        table = null;
        if (left != null) {
            try {
                left.close();
            } catch (SQLException e) {
                // it is gone either way
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        working.forEach(Thread::interrupt);
        turn.lock();
        try {
            leave();
        } finally {
            turn.unlock();
        }
    }

    /** Names the address and never the password. */
    @Override
    public String toString() {
        return "ScraperDatabase[" + address + "]";
    }
}
