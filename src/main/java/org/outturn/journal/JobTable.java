package org.outturn.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of uploads of jobs, in SQL. It has come with version 2. */
final class JobTable {
    static final List<String> CREATE =
            List.of(
                    """
                    CREATE TABLE job (
                      batch INTEGER PRIMARY KEY,
                      connection TEXT NOT NULL,
                      job TEXT NOT NULL,
                      changed INTEGER NOT NULL,
                      work TEXT NOT NULL,
                      record TEXT NOT NULL) STRICT
                    """,
                    "CREATE INDEX job_of_id ON job (job)");

    void keep(Connection database, JournalJob job) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("INSERT OR REPLACE INTO job VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, job.batch());
            insert.setString(2, job.connection());
            insert.setString(3, job.jobId());
            insert.setLong(4, job.changed().toEpochMilli());
            insert.setString(5, job.work());
            insert.setString(6, job.record());
            insert.executeUpdate();
        }
    }

    Optional<JournalJob> of(Connection database, long batch) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT * FROM job WHERE batch = ?")) {
            select.setLong(1, batch);
            return jobs(select).stream().findFirst();
        }
    }

    List<JournalJob> of(Connection database, String jobId) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT * FROM job WHERE job = ? ORDER BY batch DESC")) {
            select.setString(1, jobId);
            return jobs(select);
        }
    }

    private static List<JournalJob> jobs(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<JournalJob> found = new ArrayList<>();
            while (row.next()) {
                found.add(
                        new JournalJob(
                                row.getLong("batch"),
                                row.getString("connection"),
                                row.getString("job"),
                                Instant.ofEpochMilli(row.getLong("changed")),
                                row.getString("work"),
                                row.getString("record")));
            }
            return found;
        }
    }
}
