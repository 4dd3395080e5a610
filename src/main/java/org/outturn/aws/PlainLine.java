package org.outturn.aws;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.outturn.connection.Connection;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/**
 * Lines that others can read. A signature over plain HTTP keeps the secret key, but everybody on
 * the way sees the objects, and a link or a session token as well.
 */
final class PlainLine {
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)\\]");

    private PlainLine() {}

    /**
     * Lets through what nobody can read on the way, and what the operator has agreed to. Names are
     * not looked up: who answers for a name can change.
     *
     * @throws FailureException with {@link Failure.PlainHttp}
     */
    static void check(Connection connection) {
        connection
                .endpoint()
                .filter(PlainLine::isReadable)
                .filter(_ -> !connection.server().plainHttp())
                .ifPresent(endpoint -> {
                    throw new FailureException(
                            new Failure.PlainHttp(
                                    new Attempt("OpenConnection", endpoint.getAuthority()),
                                    Technical.of("plain http to another computer")));
                });
    }

    private static boolean isReadable(URI endpoint) {
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return endpoint.getScheme().equalsIgnoreCase("http") && !LOOPBACK.matcher(host).matches();
    }
}
