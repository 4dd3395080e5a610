package org.outturn.aws;

import org.outturn.connection.Connection;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/** Knows who gives the keys of a connection that does not hold them itself. */
@FunctionalInterface
public interface KeySource {
    /** Knows nobody: for connections with typed keys. */
    KeySource NOBODY =
            (connection, _) -> {
                throw new FailureException(
                        new Failure.SignInMissing(
                                new Attempt("OpenProfile", connection.name()),
                                Technical.of("it is not known how to sign in")));
            };

    /**
     * Sends nothing yet.
     *
     * @param trust whose certificates the connection's own server may show
     * @throws FailureException if it is plain already that there will be no keys
     */
    GivenKeys keys(Connection connection, TlsTrustManagersProvider trust);
}
