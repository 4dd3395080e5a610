package org.outturn.connection;

import java.net.URI;
import java.util.Optional;

/**
 * What one connects to, and as whom.
 *
 * @param name what the operator calls it
 * @param endpoint the server, {@code http} or {@code https}; empty for AWS itself
 * @param region the region to sign for; {@code us-east-1} where a server does not care
 * @param bucket the one bucket to open, for identities that may not list buckets; empty for all
 */
public record Connection(
        String name,
        Optional<URI> endpoint,
        String region,
        Addressing addressing,
        SignIn signIn,
        Optional<String> bucket) {
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
