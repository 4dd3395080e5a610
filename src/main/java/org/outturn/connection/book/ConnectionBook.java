package org.outturn.connection.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.SignIn;

/**
 * The saved connections in the operator's own order, and the colours of others. Immutable; holds no
 * secret: a connection with keys is refused.
 *
 * @param connections each with an identity of its own from {@link Identity.Origin#SAVED}, and a
 *     name of its own
 * @param marks colours of connections that are written down elsewhere, for instance profiles
 */
public record ConnectionBook(List<Connection> connections, Map<Identity, Mark> marks) {
    /** Nothing was saved yet. */
    public static final ConnectionBook EMPTY = new ConnectionBook(List.of(), Map.of());

    /**
     * @throws IllegalArgumentException if one holds keys or is not a saved one
     */
    public ConnectionBook {
        connections = List.copyOf(connections);
        marks = Map.copyOf(marks);
        for (Connection connection : connections) {
            if (connection.signIn() instanceof SignIn.Keys
                    || connection.identity().origin() != Identity.Origin.SAVED) {
                throw new IllegalArgumentException("not one to be saved: " + connection.name());
            }
        }
    }

    /** An identity that no other connection has, here or on another machine. */
    public static Identity newIdentity() {
        return new Identity(Identity.Origin.SAVED, UUID.randomUUID().toString());
    }

    /** The saved connection of an identity. */
    public Optional<Connection> find(Identity identity) {
        return connections.stream().filter(c -> c.identity().equals(identity)).findFirst();
    }

    /** Adds a connection at the end, or changes the one of its identity; the name is made free. */
    public ConnectionBook with(Connection connection) {
        Connection named = connection.withName(freeName(connection.name(), connection.identity()));
        var all = new ArrayList<>(connections);
        int at = indexOf(connection.identity());
        if (at < 0) {
            all.add(named);
        } else {
            all.set(at, named);
        }
        return new ConnectionBook(all, marks);
    }

    /** Adds a connection right behind another one, or at the end. */
    public ConnectionBook withBehind(Connection connection, Identity before) {
        ConnectionBook added = with(connection);
        int at = indexOf(before);
        return at < 0 ? added : added.moved(connection.identity(), at + 1);
    }

    /** The same without one; nothing changes when it is not there. */
    public ConnectionBook without(Identity identity) {
        return new ConnectionBook(
                connections.stream().filter(c -> !c.identity().equals(identity)).toList(), marks);
    }

    /**
     * The same with one at another place.
     *
     * @param to counted from 0, among all; beyond the ends means at the end
     */
    public ConnectionBook moved(Identity identity, int to) {
        int from = indexOf(identity);
        if (from < 0) {
            return this;
        }
        var all = new ArrayList<>(connections);
        Connection moving = all.remove(from);
        all.add(Math.clamp(to, 0, all.size()), moving);
        return new ConnectionBook(all, marks);
    }

    /** Gives a connection another colour, whether it is a saved one or not. */
    public ConnectionBook marked(Identity identity, Mark mark) {
        Optional<Connection> saved = find(identity);
        if (saved.isPresent()) {
            return with(saved.get().withMark(mark));
        }
        Map<Identity, Mark> changed = new HashMap<>(marks);
        if (mark == Mark.NONE) {
            changed.remove(identity);
        } else {
            changed.put(identity, mark);
        }
        return new ConnectionBook(connections, changed);
    }

    /** A connection from elsewhere in the colour that it was given here. */
    public Connection coloured(Connection other) {
        Mark mark = marks.get(other.identity());
        return mark == null ? other : other.withMark(mark);
    }

    /** A name that no other saved connection has: with a number behind it, if need be. */
    public String freeName(String wanted, Identity whose) {
        var taken =
                connections.stream()
                        .filter(c -> !c.identity().equals(whose))
                        .map(Connection::name)
                        .collect(Collectors.toSet());
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    private int indexOf(Identity identity) {
        for (int i = 0; i < connections.size(); i++) {
            if (connections.get(i).identity().equals(identity)) {
                return i;
            }
        }
        return -1;
    }
}
