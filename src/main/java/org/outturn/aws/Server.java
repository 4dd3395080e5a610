package org.outturn.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.ServerOptions;
import org.outturn.storage.Prefix;

/**
 * What a connection's server is known to take, decided before anything is sent (decision record
 * 0006), and what is still to be found out (0030).
 *
 * @param endpoint empty for AWS at the region's own address
 * @param region the connection's region
 * @param aws whether it is AWS itself, which takes everything the SDK does by default; any other
 *     server gets the plainest requests
 * @param pathStyle whether buckets go into the path
 * @param guessed whether that is only what most servers take
 * @param options what the operator said of it
 * @param pinned the only place that may be asked for; empty for all
 */
record Server(
        Optional<URI> endpoint,
        String region,
        boolean aws,
        boolean pathStyle,
        boolean guessed,
        ServerOptions options,
        Optional<Prefix> pinned) {
    private static final Pattern REGIONAL =
            Pattern.compile("s3(?:[.-]([a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    /** One that nothing special is known about. */
    Server(Optional<URI> endpoint, String region, boolean aws, boolean pathStyle) {
        this(endpoint, region, aws, pathStyle, false, ServerOptions.DEFAULTS, Optional.empty());
    }

    static Server of(Connection connection) {
        boolean aws = connection.endpoint().map(Server::isAws).orElse(true);
        boolean pathStyle =
                switch (connection.addressing()) {
                    case PATH -> true;
                    case VIRTUAL -> false;
                    case AUTO -> !aws;
                };
        boolean guessed =
                connection.addressing() == Addressing.AUTO
                        && !aws
                        && connection.endpoint().filter(Server::hasName).isPresent();
        return new Server(
                connection.endpoint(),
                connection.region(),
                aws,
                pathStyle,
                guessed,
                connection.server(),
                connection.pinned());
    }

    private static boolean isAws(URI endpoint) {
        String host = host(endpoint);
        return host.endsWith(".amazonaws.com")
                || host.endsWith(".amazonaws.com.cn")
                || host.endsWith(".amazonaws.eu");
    }

    /** Below an address there are no hosts, and below localhost there are none that resolve. */
    private static boolean hasName(URI endpoint) {
        String host = host(endpoint);
        return !ADDRESS.matcher(host).matches()
                && !host.equals("localhost")
                && !host.endsWith(".localhost");
    }

    private static String host(URI endpoint) {
        return endpoint.getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * Where requests for a region go; empty for AWS's own address of the region. An address of AWS
     * in one region is of no use for buckets in another.
     */
    Optional<URI> endpoint(String wanted) {
        return endpoint.filter(uri -> {
            Matcher regional = REGIONAL.matcher(host(uri));
            String of = regional.matches() ? regional.group(1) : wanted;
            return wanted.equals(of == null ? "us-east-1" : of);
        });
    }

    /** What comes before buckets in the endpoint's path, without a slash at its end. */
    static String path(URI endpoint) {
        String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        return path.replaceAll("/+$", "");
    }

    /** Whether all checksums that the SDK knows are sent and asked for. */
    boolean allChecksums() {
        return switch (options.checksums()) {
            case AUTO -> aws;
            case WHEN_SUPPORTED -> true;
            case WHEN_REQUIRED -> false;
        };
    }

    /** Whether its own checksums are known to be verified. */
    boolean verifiesChecksums() {
        return aws && options.checksums() != Checksums.WHEN_REQUIRED;
    }

    /** What an operator would call it. */
    String displayName() {
        return endpoint.map(URI::getAuthority).orElse("AWS " + region);
    }
}
