package org.outturn.connection.book;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.ServerOptions;
import org.outturn.connection.ServerTrust;
import org.outturn.storage.Prefix;

/** A connection as the file has it: every field may be absent. */
record StoredConnection(
        @Nullable String id,
        @Nullable String name,
        @Nullable String colour,
        @Nullable String endpoint,
        @Nullable String region,
        @Nullable String addressing,
        @Nullable String bucket,
        @Nullable String prefix,
        @Nullable String linkHost,
        @Nullable String checksums,
        @Nullable Boolean plainHttp,
        @Nullable String certificateAuthorities,
        @Nullable String certificateSha256,
        @Nullable StoredSignIn signIn) {

    static StoredConnection of(Connection connection) {
        ServerOptions server = connection.server();
        return new StoredConnection(
                connection.identity().key(),
                connection.name(),
                connection.mark().name(),
                connection.endpoint().map(URI::toString).orElse(null),
                connection.region(),
                connection.addressing().name(),
                connection.pinned().map(Prefix::bucket).orElse(null),
                connection.pinned().map(Prefix::value).orElse(null),
                server.linkHost().map(URI::toString).orElse(null),
                server.checksums().name(),
                server.plainHttp(),
                server.trust() instanceof ServerTrust.Authorities(Path pem) ? pem.toString() : null,
                server.trust() instanceof ServerTrust.Certificate(String sha) ? sha : null,
                StoredSignIn.of(connection.signIn()));
    }

    /** The same without what counts on this machine only, or was agreed to by its operator. */
    StoredConnection toShare() {
        return new StoredConnection(
                null,
                name,
                colour,
                endpoint,
                region,
                addressing,
                bucket,
                prefix,
                linkHost,
                checksums,
                null,
                null,
                null,
                signIn == null ? null : signIn.toShare());
    }

    /**
     * @param identity what it gets when it has none
     * @return nothing when it cannot be used
     */
    Optional<Connection> toConnection(Identity identity) {
        try {
            return signIn == null
                    ? Optional.empty()
                    : signIn.toSignIn()
                            .map(as ->
                                    new Connection(
                                            id == null || id.isBlank()
                                                    ? identity
                                                    : new Identity(Identity.Origin.SAVED, id),
                                            Objects.requireNonNullElse(name, "?"),
                                            oneOf(Mark.values(), colour, Mark.NONE),
                                            Optional.ofNullable(endpoint).map(URI::create),
                                            Objects.requireNonNullElse(region, "us-east-1"),
                                            oneOf(Addressing.values(), addressing, Addressing.AUTO),
                                            as,
                                            pinned(),
                                            server()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private Optional<Prefix> pinned() {
        return Optional.ofNullable(bucket)
                .filter(given -> !given.isBlank())
                .map(given -> new Prefix(given, Objects.requireNonNullElse(prefix, "")));
    }

    private ServerOptions server() {
        ServerTrust trust =
                certificateSha256 != null
                        ? new ServerTrust.Certificate(certificateSha256)
                        : certificateAuthorities != null
                                ? new ServerTrust.Authorities(Path.of(certificateAuthorities))
                                : new ServerTrust.Runtime();
        return new ServerOptions(
                trust,
                oneOf(Checksums.values(), checksums, Checksums.AUTO),
                Optional.ofNullable(linkHost).map(URI::create),
                plainHttp != null && plainHttp);
    }

    /** What a newer version may have written does not make a connection unusable. */
    private static <T extends Enum<T>> T oneOf(T[] values, @Nullable String name, T otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
