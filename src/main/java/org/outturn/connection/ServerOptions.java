package org.outturn.connection;

import java.net.URI;
import java.util.Optional;

/**
 * What is special about a server.
 *
 * @param trust whose certificate it may show
 * @param checksums which checksums it is sent and asked for
 * @param linkHost the address put into links instead of the endpoint, for servers that have one
 *     inside and another outside; empty for the endpoint itself
 * @param plainHttp whether the operator agreed that all goes over a line that others can read
 */
public record ServerOptions(
        ServerTrust trust, Checksums checksums, Optional<URI> linkHost, boolean plainHttp) {
    /** Nothing is. */
    public static final ServerOptions DEFAULTS =
            new ServerOptions(new ServerTrust.Runtime(), Checksums.AUTO, Optional.empty(), false);

    /** The same with another trust. */
    public ServerOptions withTrust(ServerTrust other) {
        return new ServerOptions(other, checksums, linkHost, plainHttp);
    }

    /** The same with other checksums. */
    public ServerOptions withChecksums(Checksums other) {
        return new ServerOptions(trust, other, linkHost, plainHttp);
    }

    /** The same with another address in links. */
    public ServerOptions withLinkHost(Optional<URI> other) {
        return new ServerOptions(trust, checksums, other, plainHttp);
    }

    /** The same with plain HTTP agreed to, or not. */
    public ServerOptions withPlainHttp(boolean agreed) {
        return new ServerOptions(trust, checksums, linkHost, agreed);
    }
}
