package org.outturn.aws.profile;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Whose certificates a token service may show: what was agreed for a connection's own server holds
 * for no other.
 *
 * @param ofServer what was agreed
 * @param server the connection's own; empty for AWS
 */
record StsTrust(TlsTrustManagersProvider ofServer, Optional<URI> server) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /**
     * Whether the keys of a role may come from there: nobody else can read them on the way, or it
     * is the connection's own server, about which the operator was asked.
     */
    boolean mayAnswer(URI endpoint) {
        return !"http".equalsIgnoreCase(endpoint.getScheme())
                || LOOPBACK.matcher(endpoint.getHost().toLowerCase(Locale.ROOT)).matches()
                || isServer(endpoint);
    }

    /** The trust for an address; {@code null} for what the Java runtime trusts. */
    @Nullable TlsTrustManagersProvider at(Optional<URI> endpoint) {
        return endpoint.filter(this::isServer).isPresent() ? ofServer : null;
    }

    private boolean isServer(URI endpoint) {
        return server.filter(own -> own.getAuthority().equals(endpoint.getAuthority())).isPresent();
    }
}
