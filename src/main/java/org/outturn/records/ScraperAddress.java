package org.outturn.records;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a scraper's API is.
 *
 * @param base {@code http} or {@code https}, a host, maybe a port and a path; never ends in a slash
 *     and holds no user, query or fragment
 */
public record ScraperAddress(URI base) {

    /**
     * What somebody typed; {@code https} where no scheme is given.
     *
     * @return empty if it is no such address
     */
    public static Optional<ScraperAddress> of(String typed) {
        String text = typed.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(typed.contains("://") ? text : "https://" + text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean good =
                    (scheme.equals("https") || scheme.equals("http"))
                            && uri.getHost() != null
                            // a user would be a secret in an address, a query somebody else's link
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() <= 65_535;
            return good ? Optional.of(new ScraperAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@code {base}/api/scraper/jobs/{id}}. */
    URI job(String jobId) {
        return URI.create(base + "/api/scraper/jobs/" + jobId);
    }

    /** Whether what is sent can be read by nobody on the way: encrypted, or not leaving here. */
    public boolean isPrivate() {
        return base.getScheme().equalsIgnoreCase("https") || isLoopback(base.getHost());
    }

    /** Whether a host is this computer, told by its name alone. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost")) {
            return true;
        }
        try {
            // never asks a name server: anything but an address is refused
            return InetAddress.ofLiteral(name).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
