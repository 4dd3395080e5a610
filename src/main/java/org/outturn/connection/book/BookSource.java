package org.outturn.connection.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Found;
import org.outturn.connection.Trouble;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;

/**
 * All that there is to connect to: the saved connections first, in the operator's order, then those
 * of another source, in the colours that they were given here.
 */
public final class BookSource implements ConnectionSource {
    private final SavedConnections saved;
    private final ConnectionSource others;

    public BookSource(SavedConnections saved, ConnectionSource others) {
        this.saved = saved;
        this.others = others;
    }

    /** {@inheritDoc} A book that cannot be read does not hide the others, nor they it. */
    @Override
    public Found find() {
        var connections = new ArrayList<Connection>();
        var troubles = new ArrayList<Trouble>();
        ConnectionBook book = ConnectionBook.EMPTY;
        try {
            SavedConnections.Loaded loaded = saved.load();
            book = loaded.book();
            troubles.addAll(loaded.troubles());
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.LocalFile(String path, _, _))) {
                throw e;
            }
            troubles.add(new Trouble(Path.of(path), 0, "book.trouble.unreadable", List.of()));
        }
        connections.addAll(book.connections());
        try {
            Found found = others.find();
            found.connections().stream().map(book::coloured).forEach(connections::add);
            troubles.addAll(found.troubles());
        } catch (FailureException e) {
            if (book.connections().isEmpty()
                    || !(e.failure() instanceof Failure.LocalFile(String path, _, _))) {
                throw e;
            }
            troubles.add(new Trouble(Path.of(path), 0, "book.trouble.others", List.of()));
        }
        return new Found(connections, troubles);
    }
}
