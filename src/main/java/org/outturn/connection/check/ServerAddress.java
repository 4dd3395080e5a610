package org.outturn.connection.check;

import java.net.URI;
import java.util.Locale;
import org.outturn.connection.Connection;

/**
 * Where a connection's requests go.
 *
 * @param host without brackets
 * @param encrypted whether the line is
 */
record ServerAddress(String host, int port, boolean encrypted) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static ServerAddress of(Connection connection) {
        return connection
                .endpoint()
                .map(ServerAddress::of)
                .orElseGet(() -> new ServerAddress(aws(connection.region()), HTTPS, true));
    }

    private static ServerAddress of(URI endpoint) {
        boolean encrypted = endpoint.getScheme().equalsIgnoreCase("https");
        int usual = encrypted ? HTTPS : HTTP;
        return new ServerAddress(
                endpoint.getHost().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT),
                endpoint.getPort() < 0 ? usual : endpoint.getPort(),
                encrypted);
    }

    /** AWS General Reference, "Amazon Simple Storage Service endpoints and quotas". */
    private static String aws(String region) {
        return "s3." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
