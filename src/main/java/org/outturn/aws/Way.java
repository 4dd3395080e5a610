package org.outturn.aws;

import java.net.URI;
import java.util.Optional;

/**
 * How requests are addressed to a server.
 *
 * @param pathStyle whether buckets go into the path
 * @param signsPath whether the endpoint's own path is signed; if not, somebody in front of the
 *     server takes it away before the server sees the request
 */
record Way(boolean pathStyle, boolean signsPath) {

    /** The one to begin with. */
    static Way of(Server server) {
        return new Way(server.pathStyle(), true);
    }

    /** What is signed of an endpoint. */
    URI signed(URI endpoint) {
        String path = Server.path(endpoint);
        return signsPath || path.isEmpty()
                ? endpoint
                : URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    }

    /** What goes before the signed path on its way; empty for nothing. */
    String before(Optional<URI> endpoint) {
        return signsPath ? "" : endpoint.map(Server::path).orElse("");
    }
}
