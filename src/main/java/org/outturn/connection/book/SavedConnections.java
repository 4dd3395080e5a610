package org.outturn.connection.book;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.outturn.connection.Trouble;

/**
 * The book in its file, {@code connections.json} in the settings folder. The file is the truth: it
 * is read before each change, so that several windows and programs do not undo one another. Safe
 * for use by many threads; blocking.
 *
 * <p>A file that is no book is moved aside. One of which not everything was understood, because a
 * newer version wrote it, is copied aside before it is changed.
 */
public final class SavedConnections {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final JsonFile<StoredBook> file;
    private final InstantSource clock;

    /**
     * @param file it and its folder need not exist
     */
    public SavedConnections(Path file) {
        this(file, InstantSource.system());
    }

    SavedConnections(Path file, InstantSource clock) {
        this.file = new JsonFile<>(file, StoredBook.class);
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param troubles what is wrong with the file
     */
    public record Loaded(ConnectionBook book, List<Trouble> troubles) {
        public Loaded {
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * Reads the book.
     *
     * @throws org.outturn.failure.FailureException if the file is there and cannot be read
     */
    public synchronized Loaded load() {
        if (!file.exists()) {
            return new Loaded(ConnectionBook.EMPTY, List.of());
        }
        Optional<StoredBook> stored = file.read();
        if (stored.isEmpty()) {
            Path aside = file.setAside(".damaged-" + now(), false);
            return new Loaded(
                    ConnectionBook.EMPTY,
                    List.of(trouble("book.trouble.damaged", aside.toString())));
        }
        ConnectionBook book = stored.get().toBook();
        var troubles = new ArrayList<Trouble>();
        int lost = stored.get().size() - book.connections().size();
        if (lost > 0) {
            troubles.add(trouble("book.trouble.unusable", String.valueOf(lost)));
        }
        if (stored.get().version() > StoredBook.VERSION) {
            troubles.add(trouble("book.trouble.newer"));
        }
        return new Loaded(book, troubles);
    }

    /**
     * Changes the book.
     *
     * @return as it is now
     * @throws org.outturn.failure.FailureException if the file cannot be read or written; it is
     *     then as it was
     */
    public synchronized ConnectionBook change(UnaryOperator<ConnectionBook> change) {
        Loaded before = load();
        ConnectionBook after = change.apply(before.book());
        if (!after.equals(before.book())) {
            if (!before.troubles().isEmpty() && file.exists()) {
                file.setAside(".before-" + now(), true);
            }
            file.write(StoredBook.of(after));
        }
        return after;
    }

    private Trouble trouble(String messageKey, String... words) {
        return new Trouble(file.path(), 0, messageKey, List.of(words));
    }

    private String now() {
        return STAMP.format(clock.instant());
    }
}
