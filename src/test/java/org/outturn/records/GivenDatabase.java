package org.outturn.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own on the server that the {@code OUTTURN_TEST_POSTGRES_*} variables name, with
 * a user that may do nothing in it yet.
 */
final class GivenDatabase implements AutoCloseable {
    static final String PASSWORD = "pw-4be1 'c2\\%7f";

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final String reader = name + "_reader";

    GivenDatabase() throws SQLException {
        admin("postgres", "CREATE DATABASE " + name);
        admin(
                name,
                "CREATE ROLE %s LOGIN PASSWORD '%s'"
                        .formatted(reader, PASSWORD.replace("'", "''")));
    }

    /** Runs statements as the owner of everything. */
    GivenDatabase run(String... statements) throws SQLException {
        for (String sql : statements) {
            admin(name, sql.replace("READER", reader));
        }
        return this;
    }

    /** Gives what a question finds, row by row. */
    interface Rows {
        void row(java.sql.ResultSet row) throws SQLException;
    }

    void ask(String sql, Rows rows) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement();
                java.sql.ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.row(found);
            }
        }
    }

    DatabaseAddress address(DatabaseAddress.Line line) {
        return new DatabaseAddress(
                variable("HOST"), Integer.parseInt(variable("PORT")), name, reader, line);
    }

    /** The records in it, as the reader sees them. */
    ScraperDatabase records() {
        return new ScraperDatabase(
                address(DatabaseAddress.Line.OPEN),
                new Secret(PASSWORD),
                InstantSource.system(),
                Duration.ofSeconds(3));
    }

    private static void admin(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {variable("HOST")});
        source.setPortNumbers(new int[] {Integer.parseInt(variable("PORT"))});
        source.setDatabaseName(database);
        return source.getConnection(variable("USER"), variable("PASSWORD"));
    }

    private static String variable(String name) {
        return System.getenv("OUTTURN_TEST_POSTGRES_" + name);
    }

    @Override
    public void close() throws SQLException {
        admin("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
        admin("postgres", "DROP ROLE " + reader);
    }
}
