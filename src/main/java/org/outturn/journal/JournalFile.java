package org.outturn.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.outturn.journal.OpenedJournal.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file that a journal is in. One process at a time has it. */
public final class JournalFile {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What SQLite keeps beside the file itself. */
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path file;
    private final Clock clock;

    /**
     * @param file in a folder that only its owner may read; made if it is not there
     */
    public JournalFile(Path file, Clock clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    /**
     * Opens the journal; whatever is in the way, there is one to work with afterwards. A file that
     * cannot be used is renamed, never deleted. Throws nothing.
     */
    public OpenedJournal open() {
        try {
            Files.createDirectories(file.getParent());
            FileChannel lock =
                    FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isOurs(lock)) {
                lock.close();
                return new OpenedJournal(new MemoryJournal(), Trouble.IN_USE, Optional.empty());
            }
            return opened(lock);
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            // an unloadable native library is a LinkageError
            LOG.error("The journal cannot be opened: {}", e.toString());
            return new OpenedJournal(new MemoryJournal(), Trouble.NO_FILE, Optional.empty());
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private OpenedJournal opened(FileChannel lock) throws IOException, SQLException {
        Trouble trouble = Trouble.NONE;
        Optional<Path> setAside = Optional.empty();
        try {
            Optional<Connection> database = usable();
            if (database.isPresent()) {
                return new OpenedJournal(
                        new SqliteJournal(database.get(), lock), trouble, setAside);
            }
            trouble = Trouble.NEWER;
        } catch (SQLException e) {
            if (!isDamage(e)) {
                lock.close();
                throw e;
            }
            LOG.error("The journal is damaged: {}", e.toString());
            trouble = Trouble.DAMAGED;
        }
        setAside = Optional.of(setAside(trouble));
        Connection fresh =
                usable().orElseThrow(() -> new SQLException("a new journal is not usable"));
        return new OpenedJournal(new SqliteJournal(fresh, lock), trouble, setAside);
    }

    /**
     * The database, checked.
     *
     * @return empty if it is of a newer version
     * @throws SQLException if it is damaged, or cannot be opened
     */
    private Optional<Connection> usable() throws SQLException {
        Connection database = connect();
        try {
            int version = number(database, "PRAGMA user_version");
            if (version > JournalTables.VERSION) {
                database.close();
                return Optional.empty();
            }
            if (!"ok".equals(text(database, "PRAGMA quick_check(1)"))) {
                throw new SQLException("damaged", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
            database.setAutoCommit(false);
            switch (version) {
                case 0 -> new JournalTables().create(database);
                case 1 -> new JournalTables().upgrade(database);
                default -> {
                    // as it is now
                }
            }
            database.commit();
            return Optional.of(database);
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // a commit is not synced to the disk: a kill loses nothing, a loss of power the last
        // moments, which the bucket itself tells of at the next start (decision record 0017)
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    private static int number(Connection database, String sql) throws SQLException {
        return Integer.parseInt(text(database, sql));
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isDamage(SQLException e) {
        if (e instanceof SQLiteException lite) {
            SQLiteErrorCode code = lite.getResultCode();
            return code == SQLiteErrorCode.SQLITE_NOTADB
                    || (code.code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code
                    || code == SQLiteErrorCode.SQLITE_ERROR;
        }
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    private Path setAside(Trouble trouble) throws IOException {
        String stem =
                file.getFileName()
                        + "."
                        + trouble.name().toLowerCase(Locale.ROOT)
                        + "-"
                        + STAMP.format(clock.instant());
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, file.resolveSibling(stem + part));
            }
        }
        return file.resolveSibling(stem);
    }
}
