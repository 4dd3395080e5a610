package org.outturn.connection.profile;

import java.util.Map;
import java.util.Optional;
import org.outturn.connection.Credentials;

/** Keys among the environment's variables. */
final class EnvironmentKeys {
    private EnvironmentKeys() {}

    /** Both keys; nothing if either is missing. */
    static Optional<Credentials> keys(Map<String, String> environment) {
        return variable(environment, "AWS_ACCESS_KEY_ID")
                .flatMap(id ->
                        variable(environment, "AWS_SECRET_ACCESS_KEY")
                                .map(secret ->
                                        new Credentials(
                                                id,
                                                secret,
                                                variable(environment, "AWS_SESSION_TOKEN")
                                                        .orElse(""))));
    }

    /** The token file and the role that a cluster's pods get; nothing if either is missing. */
    static Optional<KeyOrigin.TokenFile> tokenFile(
            Map<String, String> environment, ProfileFiles files) {
        return variable(environment, "AWS_ROLE_ARN")
                .flatMap(arn ->
                        variable(environment, "AWS_WEB_IDENTITY_TOKEN_FILE")
                                .map(file ->
                                        new KeyOrigin.TokenFile(
                                                new KeyOrigin.RoleRequest(
                                                        ProfileSource.ENVIRONMENT,
                                                        arn,
                                                        variable(
                                                                environment,
                                                                "AWS_ROLE_SESSION_NAME"),
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.empty()),
                                                files.expanded(file))));
    }

    static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
