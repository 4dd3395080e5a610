package org.outturn.connection.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;

/**
 * Connections in a file for somebody else: without keys and tokens, without what they are filed
 * under, and without what each operator has to agree to for themselves (certificates, plain HTTP).
 * Its form is described in docs/connections.md. Blocking.
 */
public final class SharedFile {
    private static final String FORMAT = "outturn-connections";
    private static final int VERSION = 1;
    private static final String READ_ACTION = "ReadConnections";

    private SharedFile() {}

    /** As the file has it. */
    record Stored(
            @Nullable String format, int version, @Nullable List<StoredConnection> connections) {}

    /**
     * What a file has for us.
     *
     * @param connections each with a new identity, as it would be saved
     * @param unusable how many others there are, that were not understood
     */
    public record Offer(List<Connection> connections, int unusable) {
        public Offer {
            connections = List.copyOf(connections);
        }
    }

    /**
     * Writes connections, of whatever kind they are.
     *
     * @throws FailureException if the file cannot be written
     */
    public static void write(Path file, List<Connection> connections) {
        var stored =
                connections.stream()
                        .map(StoredConnection::of)
                        .map(StoredConnection::toShare)
                        .toList();
        new JsonFile<>(file, Stored.class).write(new Stored(FORMAT, VERSION, stored));
    }

    /**
     * Reads connections, and takes nothing over yet.
     *
     * @throws FailureException if the file cannot be read, or is none of these
     */
    public static Offer read(Path file) {
        Stored stored =
                new JsonFile<>(file, Stored.class)
                        .read()
                        .filter(found -> FORMAT.equals(found.format()))
                        .orElseThrow(() ->
                                new FailureException(
                                        new SignInFailure.NoConnections(
                                                file.toString(),
                                                new Attempt(READ_ACTION, file.toString()),
                                                Technical.of(""))));
        List<StoredConnection> all = Objects.requireNonNullElse(stored.connections(), List.of());
        List<Connection> usable =
                all.stream()
                        .filter(Objects::nonNull)
                        // whatever a file says that it trusts or agreed to, nobody here did
                        .map(StoredConnection::toShare)
                        .map(one -> one.toConnection(ConnectionBook.newIdentity()))
                        .flatMap(Optional::stream)
                        .toList();
        return new Offer(usable, all.size() - usable.size());
    }
}
