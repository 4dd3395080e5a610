package org.outturn.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the journal, in SQL. */
final class JournalTables {
    /** The version of these tables, kept in the file's header ({@code PRAGMA user_version}). */
    static final int VERSION = 2;

    private static final List<String> CREATE =
            List.of(
                    """
                    CREATE TABLE batch (
                      id INTEGER PRIMARY KEY,
                      connection TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      submitted INTEGER NOT NULL) STRICT
                    """,
                    """
                    CREATE TABLE transfer (
                      id INTEGER PRIMARY KEY,
                      batch INTEGER NOT NULL,
                      work TEXT NOT NULL,
                      state TEXT NOT NULL,
                      open INTEGER NOT NULL,
                      failure TEXT NOT NULL,
                      attempts INTEGER NOT NULL,
                      rank INTEGER NOT NULL,
                      kept_id TEXT, kept TEXT) STRICT
                    """,
                    "CREATE INDEX transfer_of_batch ON transfer (batch)",
                    "CREATE INDEX open_transfer ON transfer (batch) WHERE open = 1");

    void create(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : CREATE) {
                statement.execute(sql);
            }
        }
        upgrade(database);
    }

    /** Adds what has come with version 2 to the tables of version 1; these stay as they are. */
    void upgrade(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : JobTable.CREATE) {
                statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    void add(Connection database, JournalBatch batch, List<JournalEntry> entries)
            throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO batch VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, batch.id());
            insert.setString(2, batch.connection());
            insert.setString(3, batch.kind());
            insert.setLong(4, batch.submitted().toEpochMilli());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                database.prepareStatement(
                        "INSERT INTO transfer (id, batch, work, state, open, failure, attempts,"
                                + " rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (JournalEntry entry : entries) {
                JournalMark mark = entry.mark();
                insert.setLong(1, entry.id());
                insert.setLong(2, entry.batch());
                insert.setString(3, entry.work());
                insert.setString(4, mark.state());
                insert.setBoolean(5, mark.open());
                insert.setString(6, mark.failure());
                insert.setInt(7, mark.attempts());
                insert.setLong(8, mark.rank());
                insert.executeUpdate();
            }
        }
    }

    void mark(Connection database, List<JournalMark> marks) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement(
                        "UPDATE transfer SET state = ?, open = ?, failure = ?, attempts = ?,"
                                + " rank = ? WHERE id = ?")) {
            for (JournalMark mark : marks) {
                update.setString(1, mark.state());
                update.setBoolean(2, mark.open());
                update.setString(3, mark.failure());
                update.setInt(4, mark.attempts());
                update.setLong(5, mark.rank());
                update.setLong(6, mark.transfer());
                update.executeUpdate();
            }
        }
    }

    void keep(Connection database, long transfer, Kept kept) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement(
                        "UPDATE transfer SET kept_id = ?, kept = ? WHERE id = ?")) {
            update.setString(1, kept.id());
            update.setString(2, kept.what());
            update.setLong(3, transfer);
            update.executeUpdate();
        }
    }

    void freed(Connection database, long transfer, String keptId) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement(
                        "UPDATE transfer SET kept_id = NULL, kept = NULL"
                                + " WHERE id = ? AND kept_id = ?")) {
            update.setLong(1, transfer);
            update.setString(2, keptId);
            update.executeUpdate();
        }
    }

    void remove(Connection database, List<Long> transfers) throws SQLException {
        try (PreparedStatement delete =
                database.prepareStatement("DELETE FROM transfer WHERE id = ?")) {
            for (long id : transfers) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    "DELETE FROM batch WHERE NOT EXISTS"
                            + " (SELECT 1 FROM transfer WHERE transfer.batch = batch.id)");
        }
    }

    List<JournalBatch> batches(Connection database, String connection) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement(
                        "SELECT id, kind, submitted FROM batch WHERE connection = ? ORDER BY id")) {
            select.setString(1, connection);
            List<JournalBatch> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new JournalBatch(
                                    row.getLong(1),
                                    connection,
                                    row.getString(2),
                                    Instant.ofEpochMilli(row.getLong(3))));
                }
            }
            return found;
        }
    }

    List<JournalEntry> entries(Connection database, long batch) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT * FROM transfer WHERE batch = ? ORDER BY id")) {
            select.setLong(1, batch);
            List<JournalEntry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        }
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("batch"),
                row.getString("work"),
                new JournalMark(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getBoolean("open"),
                        row.getString("failure"),
                        row.getInt("attempts"),
                        row.getLong("rank")),
                kept(row));
    }

    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        @Nullable String id = row.getString("kept_id");
        return id == null ? Optional.empty() : Optional.of(new Kept(id, row.getString("kept")));
    }

    Map<String, Integer> open(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT connection, count(*) FROM transfer"
                                        + " JOIN batch ON batch.id = transfer.batch"
                                        + " WHERE open = 1 GROUP BY connection")) {
            Map<String, Integer> found = new HashMap<>();
            while (row.next()) {
                found.put(row.getString(1), row.getInt(2));
            }
            return found;
        }
    }
}
