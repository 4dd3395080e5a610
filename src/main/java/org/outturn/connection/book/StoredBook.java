package org.outturn.connection.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;

/**
 * The book as the file has it: every field may be absent.
 *
 * @param version of the format; {@value #VERSION} is what this program writes
 */
record StoredBook(
        int version,
        @Nullable List<StoredConnection> connections,
        @Nullable List<StoredMark> colours) {
    /** The newest that this program knows. */
    static final int VERSION = 1;

    /** The colour of a connection that is written down elsewhere. */
    record StoredMark(@Nullable String origin, @Nullable String key, @Nullable String colour) {}

    static StoredBook of(ConnectionBook book) {
        return new StoredBook(
                VERSION,
                book.connections().stream().map(StoredConnection::of).toList(),
                book.marks().entrySet().stream()
                        .map(e ->
                                new StoredMark(
                                        e.getKey().origin().name(),
                                        e.getKey().key(),
                                        e.getValue().name()))
                        .sorted(
                                java.util.Comparator.comparing(
                                        mark -> mark.origin() + " " + mark.key()))
                        .toList());
    }

    /** What of it can be used. */
    ConnectionBook toBook() {
        ConnectionBook book = ConnectionBook.EMPTY;
        for (StoredConnection stored :
                Objects.requireNonNullElse(connections, List.<StoredConnection>of())) {
            book =
                    Optional.ofNullable(stored)
                            .flatMap(one -> one.toConnection(ConnectionBook.newIdentity()))
                            .map(book::with)
                            .orElse(book);
        }
        Map<Identity, Mark> marks = new HashMap<>();
        for (StoredMark mark : Objects.requireNonNullElse(colours, List.<StoredMark>of())) {
            try {
                marks.put(
                        new Identity(
                                Identity.Origin.valueOf(String.valueOf(mark.origin())),
                                String.valueOf(mark.key())),
                        Mark.valueOf(String.valueOf(mark.colour())));
            } catch (IllegalArgumentException ofANewerVersion) {
                // a colour less
            }
        }
        return new ConnectionBook(book.connections(), marks);
    }

    /** How many connections there are, usable or not. */
    int size() {
        return connections == null ? 0 : connections.size();
    }
}
