package org.outturn.connection;

import java.util.List;

/**
 * What is written down somewhere.
 *
 * @param connections in the order in which they stand
 * @param troubles what could not be understood
 */
public record Found(List<Connection> connections, List<Trouble> troubles) {
    public Found {
        connections = List.copyOf(connections);
        troubles = List.copyOf(troubles);
    }

    /** Nothing was wrong. */
    public static Found all(List<Connection> connections) {
        return new Found(connections, List.of());
    }
}
