package org.outturn.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.SslMode;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * Signs in to a PostgreSQL server, to read only. The password is handed over as itself: an address
 * with a password in it ends in logs.
 */
record DatabaseLogin(DatabaseAddress address, Secret password, Duration patience) {
    private static final int CONNECT_SECONDS = 10;

    /** A server of version 14 or newer ends the question of somebody who has gone. */
    private static final String NOTICE_WHEN_GONE =
            """
            SELECT set_config(name, '1000', false) FROM pg_settings
            WHERE name = 'client_connection_check_interval'
            """;

    Connection connect() throws SQLException {
        Connection connection = source().getConnection(address.user(), password.value());
        try {
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement()) {
                // set here and not when connecting: poolers between refuse options
                statement.execute("SET default_transaction_read_only = on");
                statement.execute("SET statement_timeout = " + patience.toMillis());
                statement.execute(NOTICE_WHEN_GONE);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setApplicationName("Outturn");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout((int) patience.toSeconds() + CONNECT_SECONDS);
        source.setReadOnlyMode("always");
        // the values that a row has are nobody's business in an error
        source.setLogServerErrorDetail(false);
        source.setGssEncMode(org.postgresql.jdbc.GSSEncMode.DISABLE.value);
        switch (address.line()) {
            case CHECKED -> {
                source.setSslMode(SslMode.VERIFY_FULL.value);
                // the certificates that the rest of the program trusts, not a file for libpq
                source.setSslfactory(DefaultJavaSSLFactory.class.getName());
            }
            case ENCRYPTED -> source.setSslMode(SslMode.REQUIRE.value);
            case OPEN -> source.setSslMode(SslMode.DISABLE.value);
        }
        return source;
    }
}
