package org.outturn.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.ConnectionSource;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The connections that the AWS files and the environment's variables describe: one for each profile
 * that says how to sign in, and one named {@value #ENVIRONMENT} when there are keys among the
 * variables. A profile without a region gets {@code AWS_REGION}, {@code AWS_DEFAULT_REGION} or
 * {@code us-east-1}.
 */
public final class AwsProfiles implements ConnectionSource {
    /** The name of the connection made from variables. */
    public static final String ENVIRONMENT = "Environment";

    private static final Logger LOG = LoggerFactory.getLogger(AwsProfiles.class);
    private static final String FALLBACK_REGION = "us-east-1";

    /** Any of these makes a profile one that can be signed in with. */
    private static final Set<String> SIGN_IN_PROPERTIES =
            Set.of(
                    "aws_access_key_id",
                    "role_arn",
                    "sso_session",
                    "sso_start_url",
                    "credential_process",
                    "login_session");

    private final AwsFiles files;
    private final Map<String, String> environment;

    /**
     * @param environment the variables, for instance {@code System.getenv()}
     */
    public AwsProfiles(AwsFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Found find() {
        ProfileFile file = files.read();
        List<Connection> all = new ArrayList<>();
        fromEnvironment().ifPresent(all::add);
        file.profiles().values().stream()
                .filter(AwsProfiles::saysHowToSignIn)
                .flatMap(profile -> fromProfile(file, profile).stream())
                .forEach(all::add);
        return Found.all(all);
    }

    private static boolean saysHowToSignIn(Profile profile) {
        return profile.properties().keySet().stream().anyMatch(SIGN_IN_PROPERTIES::contains);
    }

    private Optional<Connection> fromProfile(ProfileFile file, Profile profile) {
        S3Settings s3 = S3Settings.of(file, profile);
        return connection(
                        profile.name(),
                        s3.endpoint(),
                        profile.property("region").orElseGet(this::environmentRegion),
                        s3.addressing(),
                        new SignIn.Profile(profile.name()))
                .map(found -> found.withIdentity(Identity.profile(profile.name())));
    }

    private Optional<Connection> fromEnvironment() {
        String id = variable("AWS_ACCESS_KEY_ID").orElse("");
        String secret = variable("AWS_SECRET_ACCESS_KEY").orElse("");
        if (id.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        String token = variable("AWS_SESSION_TOKEN").orElse("");
        return connection(
                        ENVIRONMENT,
                        variable("AWS_ENDPOINT_URL_S3").or(() -> variable("AWS_ENDPOINT_URL")),
                        environmentRegion(),
                        Addressing.AUTO,
                        new SignIn.Keys(new Credentials(id, secret, token)))
                .map(found -> found.withIdentity(new Identity(Identity.Origin.ENVIRONMENT, "")));
    }

    private static Optional<Connection> connection(
            String name,
            Optional<String> endpoint,
            String region,
            Addressing addressing,
            SignIn signIn) {
        try {
            return Optional.of(
                    new Connection(
                            name,
                            endpoint.map(URI::create),
                            region,
                            addressing,
                            signIn,
                            Optional.empty()));
        } catch (IllegalArgumentException e) {
            LOG.warn("The profile {} is left out: {}", name, Redaction.text(e.getMessage()));
            return Optional.empty();
        }
    }

    private String environmentRegion() {
        return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .flatMap(name -> variable(name).stream())
                .findFirst()
                .orElse(FALLBACK_REGION);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
