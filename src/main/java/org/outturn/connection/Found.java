package org.outturn.connection;

import java.util.List;
import java.util.Optional;

/**
 * What is written down somewhere.
 *
 * @param connections in the order in which they stand, the preferred one first
 * @param troubles what could not be understood
 * @param preferred the one that is meant when nothing else is said, for instance by {@code
 *     AWS_PROFILE}; empty if there is none
 */
public record Found(
        List<Connection> connections, List<Trouble> troubles, Optional<Identity> preferred) {
    public Found {
        connections = List.copyOf(connections);
        troubles = List.copyOf(troubles);
    }

    /** None of them is preferred. */
    public Found(List<Connection> connections, List<Trouble> troubles) {
        this(connections, troubles, Optional.empty());
    }

    /** Nothing was wrong. */
    public static Found all(List<Connection> connections) {
        return new Found(connections, List.of());
    }
}
