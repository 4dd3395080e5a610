package org.outturn.aws.profile;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
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

    /** The trust for an address; {@code null} for what the Java runtime trusts. */
    @Nullable TlsTrustManagersProvider at(Optional<URI> endpoint) {
        boolean same =
                endpoint.isPresent()
                        && server.isPresent()
                        && Objects.equals(
                                endpoint.get().getAuthority(), server.get().getAuthority());
        return same ? ofServer : null;
    }
}
