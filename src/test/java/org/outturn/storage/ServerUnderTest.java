package org.outturn.storage;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;

/**
 * A running S3 server and keys that may do everything on it.
 *
 * @param pathStyle whether buckets go into the path
 */
public record ServerUnderTest(
        URI endpoint, String region, Credentials credentials, boolean pathStyle) {

    /** The server that the {@code OUTTURN_TEST_*} variables name, if they do. */
    public static Optional<ServerUnderTest> given(Map<String, String> environment) {
        String endpoint = environment.get("OUTTURN_TEST_ENDPOINT");
        if (endpoint == null || endpoint.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new ServerUnderTest(
                        URI.create(endpoint),
                        environment.getOrDefault("OUTTURN_TEST_REGION", "us-east-1"),
                        new Credentials(
                                environment.getOrDefault("OUTTURN_TEST_ACCESS_KEY", ""),
                                environment.getOrDefault("OUTTURN_TEST_SECRET_KEY", ""),
                                ""),
                        !"false".equals(environment.get("OUTTURN_TEST_PATH_STYLE"))));
    }

    /** A connection to it with its own keys. */
    public Connection connection() {
        return at(endpoint, credentials);
    }

    /** The same by way of another address, for instance a relay's. */
    public Connection at(URI address, Credentials keys) {
        return new Connection(
                "under test",
                Optional.of(address),
                region,
                pathStyle ? Addressing.PATH : Addressing.VIRTUAL,
                new SignIn.Keys(keys),
                Optional.empty());
    }
}
