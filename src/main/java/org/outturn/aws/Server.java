package org.outturn.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.outturn.connection.Connection;

/**
 * What a connection's server is known to take, decided before anything is sent (decision record
 * 0006).
 *
 * @param endpoint empty for AWS at the region's own address
 * @param region the connection's region
 * @param aws whether it is AWS itself, which takes everything the SDK does by default; any other
 *     server gets the plainest requests
 * @param pathStyle whether buckets go into the path
 */
record Server(Optional<URI> endpoint, String region, boolean aws, boolean pathStyle) {

    static Server of(Connection connection) {
        boolean aws = connection.endpoint().map(Server::isAws).orElse(true);
        boolean pathStyle =
                switch (connection.addressing()) {
                    case PATH -> true;
                    case VIRTUAL -> false;
                    case AUTO -> !aws;
                };
        return new Server(connection.endpoint(), connection.region(), aws, pathStyle);
    }

    private static boolean isAws(URI endpoint) {
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".amazonaws.com")
                || host.endsWith(".amazonaws.com.cn")
                || host.endsWith(".amazonaws.eu");
    }

    /** What an operator would call it. */
    String displayName() {
        return endpoint.map(URI::getAuthority).orElse("AWS " + region);
    }
}
