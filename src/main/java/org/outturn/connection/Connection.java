package org.outturn.connection;

import java.net.URI;
import java.util.Optional;
import org.outturn.storage.Prefix;

/**
 * What one connects to, and as whom.
 *
 * @param identity where it is written down: stays the same when it is renamed
 * @param name what the operator calls it
 * @param mark the colour it is known by
 * @param endpoint the server, {@code http} or {@code https}, perhaps with a path that goes before
 *     the bucket; empty for AWS itself
 * @param region the region to sign for; {@code us-east-1} where a server does not care
 * @param pinned the one place to open, for identities that may not list buckets, or not all of a
 *     bucket; empty for all
 * @param server what is special about the server
 */
public record Connection(
        Identity identity,
        String name,
        Mark mark,
        Optional<URI> endpoint,
        String region,
        Addressing addressing,
        SignIn signIn,
        Optional<Prefix> pinned,
        ServerOptions server) {
    /**
     * @throws IllegalArgumentException if the region is blank or the endpoint is not an http
     *     address with a host
     */
    public Connection {
        if (region.isBlank()) {
            throw new IllegalArgumentException("a region is needed");
        }
        endpoint.ifPresent(Connection::checkEndpoint);
    }

    /** One that is written down nowhere, with nothing special about it. */
    public Connection(
            String name,
            Optional<URI> endpoint,
            String region,
            Addressing addressing,
            SignIn signIn,
            Optional<String> bucket) {
        this(
                Identity.typed(name),
                name,
                Mark.NONE,
                endpoint,
                region,
                addressing,
                signIn,
                bucket.map(Prefix::root),
                ServerOptions.DEFAULTS);
    }

    /** The one bucket to open; empty for all. */
    public Optional<String> bucket() {
        return pinned.map(Prefix::bucket);
    }

    /** The same, written down elsewhere. */
    public Connection withIdentity(Identity other) {
        return new Connection(
                other, name, mark, endpoint, region, addressing, signIn, pinned, server);
    }

    /** The same by another name. */
    public Connection withName(String other) {
        return new Connection(
                identity, other, mark, endpoint, region, addressing, signIn, pinned, server);
    }

    /** The same in another colour. */
    public Connection withMark(Mark other) {
        return new Connection(
                identity, name, other, endpoint, region, addressing, signIn, pinned, server);
    }

    /** The same in another region. */
    public Connection withRegion(String other) {
        return new Connection(
                identity, name, mark, endpoint, other, addressing, signIn, pinned, server);
    }

    /** The same with buckets written into URLs in another way. */
    public Connection withAddressing(Addressing other) {
        return new Connection(
                identity, name, mark, endpoint, region, other, signIn, pinned, server);
    }

    /** The same as somebody else. */
    public Connection withSignIn(SignIn other) {
        return new Connection(
                identity, name, mark, endpoint, region, addressing, other, pinned, server);
    }

    /** The same at another place. */
    public Connection withPinned(Optional<Prefix> other) {
        return new Connection(
                identity, name, mark, endpoint, region, addressing, signIn, other, server);
    }

    /** The same with other things special about the server. */
    public Connection withServer(ServerOptions other) {
        return new Connection(
                identity, name, mark, endpoint, region, addressing, signIn, pinned, other);
    }

    private static void checkEndpoint(URI uri) {
        boolean http =
                "http".equalsIgnoreCase(uri.getScheme())
                        || "https".equalsIgnoreCase(uri.getScheme());
        if (!http
                || uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an endpoint looks like https://host or https://host:port");
        }
    }
}
