package org.outturn.ui.connection;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.storage.Prefix;

/**
 * The server and the place in it, as typed.
 *
 * @param endpoint empty for AWS
 * @param authorities a file of certificates; empty for those that the system trusts
 */
record PlaceDraft(
        String endpoint,
        String region,
        String bucket,
        String folder,
        Addressing addressing,
        Checksums checksums,
        String authorities,
        String linkHost) {
    static final PlaceDraft EMPTY =
            new PlaceDraft("", "", "", "", Addressing.AUTO, Checksums.AUTO, "", "");

    static PlaceDraft of(Connection connection) {
        ServerOptions server = connection.server();
        return new PlaceDraft(
                connection.endpoint().map(URI::toString).orElse(""),
                connection.region(),
                connection.pinned().map(Prefix::bucket).orElse(""),
                connection.pinned().map(Prefix::value).orElse(""),
                connection.addressing(),
                server.checksums(),
                server.trust() instanceof ServerTrust.Authorities(Path pem) ? pem.toString() : "",
                server.linkHost().map(URI::toString).orElse(""));
    }

    /** The first thing that is wrong, top to bottom. */
    Optional<Complaint> complaint() {
        if (!endpoint.isBlank() && endpointUri().isEmpty()) {
            return Optional.of(new Complaint("endpoint", "connection.endpoint.bad"));
        }
        if (bucket.isBlank() && !folder.isBlank()) {
            return Optional.of(new Complaint("bucket", "connection.bucket.missing"));
        }
        if (!linkHost.isBlank() && Addresses.address(linkHost).isEmpty()) {
            return Optional.of(new Complaint("linkHost", "connection.endpoint.bad"));
        }
        return Optional.empty();
    }

    Optional<URI> endpointUri() {
        return Addresses.address(endpoint);
    }

    /** Where nothing is said, the server corrects it when it minds. */
    String signingRegion() {
        return region.isBlank() ? "us-east-1" : region.strip();
    }

    Optional<Prefix> pinned() {
        return bucket.isBlank()
                ? Optional.empty()
                : Optional.of(new Prefix(bucket.strip(), folder.strip()));
    }

    /** What was agreed to before stays, for the same server. */
    ServerOptions server(Optional<Connection> before) {
        ServerOptions old =
                before.filter(c -> c.endpoint().equals(endpointUri()))
                        .map(Connection::server)
                        .orElse(ServerOptions.DEFAULTS);
        return new ServerOptions(
                trust(old), checksums, Addresses.address(linkHost), old.plainHttp());
    }

    private ServerTrust trust(ServerOptions old) {
        if (authorities.isBlank()) {
            return old.trust() instanceof ServerTrust.Certificate agreed
                    ? agreed
                    : new ServerTrust.Runtime();
        }
        try {
            return new ServerTrust.Authorities(Path.of(authorities.strip()));
        } catch (InvalidPathException e) {
            return new ServerTrust.Runtime();
        }
    }
}
