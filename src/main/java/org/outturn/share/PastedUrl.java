package org.outturn.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An http address cut into its parts, more leniently than {@link URI} does: people paste what is
 * not encoded in full. Holds a signature, so it never prints.
 */
final class PastedUrl {
    private final String scheme;
    private final String host;
    private final int port;
    private final String rawPath;
    private final String rawQuery;

    private PastedUrl(String scheme, String host, int port, String rawPath, String rawQuery) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.rawPath = rawPath;
        this.rawQuery = rawQuery;
    }

    /** Empty if there is no usable host. */
    static Optional<PastedUrl> split(String url) {
        int colon = url.indexOf(':');
        if (!url.startsWith("//", colon + 1)) {
            return Optional.empty();
        }
        String rest = before(url.substring(colon + 3), '#');
        String hierarchy = before(rest, '?');
        String query = rest.substring(Math.min(rest.length(), hierarchy.length() + 1));
        String authority = before(hierarchy, '/');
        String path = hierarchy.substring(Math.min(hierarchy.length(), authority.length() + 1));
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        try {
            URI server = new URI(scheme + "://" + authority);
            if (server.getHost() == null || server.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String host = server.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(
                    new PastedUrl(scheme, host, port(scheme, server.getPort()), path, query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    String host() {
        return host;
    }

    /** Without the slash at its beginning, still percent-encoded. */
    String rawPath() {
        return rawPath;
    }

    /** Without the question mark, still percent-encoded; empty if there is none. */
    String rawQuery() {
        return rawQuery;
    }

    /** The value of a query parameter, still encoded; the name without regard to case. */
    Optional<String> parameter(String name) {
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
                return Optional.of(pair.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    /** Scheme, host and port. */
    Optional<URI> server() {
        String shown = port == port(scheme, -1) ? "" : ":" + port;
        return Optional.of(URI.create(scheme + "://" + host + shown));
    }

    /** What comes before the endpoint's host, as in {@code bucket.minio.example.com}. */
    Optional<String> bucketBefore(URI endpoint) {
        String ending = "." + hostOf(endpoint);
        boolean fits =
                host.endsWith(ending)
                        && host.length() > ending.length()
                        && samePort(endpoint)
                        && endpoint.getRawPath().length() <= 1;
        return fits
                ? Optional.of(host.substring(0, host.length() - ending.length()))
                : Optional.empty();
    }

    /** What comes after the endpoint and its own path, if it has one. */
    Optional<String> pathBelow(URI endpoint) {
        if (!host.equals(hostOf(endpoint)) || !samePort(endpoint)) {
            return Optional.empty();
        }
        String own = endpoint.getRawPath();
        String base = own.isEmpty() || own.endsWith("/") ? own : own + "/";
        String path = "/" + rawPath;
        if (base.isEmpty()) {
            return Optional.of(rawPath);
        }
        return path.startsWith(base)
                ? Optional.of(path.substring(base.length()))
                : Optional.empty();
    }

    /** Whether http or https was written does not matter where the port was left out. */
    private boolean samePort(URI endpoint) {
        String other = endpoint.getScheme().toLowerCase(Locale.ROOT);
        boolean bothDefault =
                port == port(scheme, -1) && port(other, endpoint.getPort()) == port(other, -1);
        return bothDefault || port == port(other, endpoint.getPort());
    }

    private static String hostOf(URI endpoint) {
        return endpoint.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(String scheme, int given) {
        if (given >= 0) {
            return given;
        }
        return scheme.equals("https") ? 443 : 80;
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    @Override
    public String toString() {
        return "PastedUrl[" + host + "]";
    }
}
