package org.outturn.records;

/**
 * Where a scraper's database is, and as whom to ask it. Holds no password.
 *
 * @param host a name or an address, not blank
 * @param port 1 to 65,535; PostgreSQL's own is {@value #USUAL_PORT}
 * @param database not blank
 * @param user not blank
 */
public record DatabaseAddress(String host, int port, String database, String user, Line line) {
    public static final int USUAL_PORT = 5432;

    /** How what is sent is kept from others (PostgreSQL JDBC documentation, {@code sslmode}). */
    public enum Line {
        /** Encrypted, and the server's certificate is one that this computer trusts. */
        CHECKED,
        /** Encrypted, but nobody knows whether to the right server. */
        ENCRYPTED,
        /** Open: for a database on this computer, or in a network known to be safe. */
        OPEN;

        /** For instance {@code records.line.CHECKED}. */
        public String messageKey() {
            return "records.line." + name();
        }
    }

    /**
     * @throws IllegalArgumentException if something is blank or the port is out of range
     */
    public DatabaseAddress {
        if (host.isBlank() || database.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException("host, database and user are needed");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65,535");
        }
    }

    /** Encrypted and checked, but on this computer itself. */
    public static Line usualLine(String host) {
        return ScraperAddress.isLoopback(host.strip()) ? Line.OPEN : Line.CHECKED;
    }

    /** For instance {@code postgresql://db.example.com:5432/scraper}. */
    @Override
    public String toString() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }
}
