package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Found;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.sso.SsoNeed;

/** Profiles and variables that are connections, and what each of them says. */
class ProfileSourceTest extends ProfileSourceTestBase {
    @Test
    void eachProfileThatCanSignInIsAConnection() throws IOException {
        config(
                """
                [default]
                region = eu-central-1

                [profile only-a-region]
                region = eu-west-1

                [profile ceph]
                region = us-east-1
                endpoint_url = http://ceph.example:7480
                s3 =
                  addressing_style = path
                  max_concurrent_requests = 20

                [profile with-services]
                services = local
                endpoint_url = http://not-this-one.example
                s3 =
                    addressing_style = virtual

                [services local]
                s3 =
                  endpoint_url = https://s3.example:9000

                [profile sso]
                sso_session = main
                sso_account_id = 111122223333
                sso_role_name = reader
                region = ap-southeast-2

                [sso-session main]
                sso_region = us-east-1
                sso_start_url = https://example.awsapps.com/start
                """);
        credentials(
                """
                [default]
                aws_access_key_id = AKIADEFAULT
                aws_secret_access_key = secret
                [ceph]
                aws_access_key_id = AKIACEPH
                aws_secret_access_key = secret
                aws_session_token = token
                [with-services]
                aws_access_key_id = AKIASERVICES
                aws_secret_access_key = secret
                [only-in-credentials]
                aws_access_key_id = AKIAONLY
                aws_secret_access_key = secret
                """);

        assertThat(connections(Map.of("AWS_DEFAULT_REGION", "eu-north-1")))
                .containsExactlyInAnyOrder(
                        profile("default", null, "eu-central-1", Addressing.AUTO),
                        profile("ceph", "http://ceph.example:7480", "us-east-1", Addressing.PATH),
                        profile(
                                "with-services",
                                "https://s3.example:9000",
                                "eu-north-1",
                                Addressing.VIRTUAL),
                        profile("sso", null, "ap-southeast-2", Addressing.AUTO),
                        profile("only-in-credentials", null, "eu-north-1", Addressing.AUTO));
    }

    @Test
    void withoutFilesThereIsNothing() {
        assertThat(connections(Map.of())).isEmpty();
    }

    @Test
    void keysAmongTheVariablesAreAConnection() {
        assertThat(
                        connections(
                                Map.of(
                                        "AWS_ACCESS_KEY_ID", "AKIAENV",
                                        "AWS_SECRET_ACCESS_KEY", "secret",
                                        "AWS_SESSION_TOKEN", "token",
                                        "AWS_REGION", "eu-west-3",
                                        "AWS_ENDPOINT_URL_S3", "http://localhost:9000")))
                .containsExactly(
                        new Connection(
                                        "Environment",
                                        Optional.of(URI.create("http://localhost:9000")),
                                        "eu-west-3",
                                        Addressing.AUTO,
                                        new SignIn.Keys(
                                                new Credentials("AKIAENV", "secret", "token")),
                                        Optional.empty())
                                .withIdentity(new Identity(Identity.Origin.ENVIRONMENT, "")));
    }

    @Test
    void variablesSayWhereTheFilesAre() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(
                elsewhere.resolve("k"),
                "[moved]\naws_access_key_id = A\naws_secret_access_key = b\n");
        ProfileFiles files =
                ProfileFiles.of(
                        Map.of(
                                "AWS_SHARED_CREDENTIALS_FILE",
                                elsewhere.resolve("k").toString(),
                                "AWS_CONFIG_FILE",
                                "~/elsewhere/c"),
                        home);

        assertThat(files.config()).isEqualTo(elsewhere.resolve("c"));
        assertThat(new ProfileSource(files, Map.of()).find().connections())
                .extracting(Connection::name)
                .containsExactly("moved");
    }

    @Test
    void theOneThatIsMeantComesFirst() throws IOException {
        credentials(
                """
                [a]
                aws_access_key_id = A
                aws_secret_access_key = b
                [default]
                aws_access_key_id = A
                aws_secret_access_key = b
                [b]
                aws_access_key_id = A
                aws_secret_access_key = b
                """);

        assertThat(connections(Map.of()))
                .extracting(Connection::name)
                .containsExactly("default", "a", "b");
        assertThat(found(Map.of()).preferred()).contains(Identity.profile("default"));
        assertThat(connections(Map.of("AWS_PROFILE", "b")))
                .extracting(Connection::name)
                .containsExactly("b", "a", "default");
        assertThat(found(Map.of("AWS_PROFILE", "b")).preferred()).contains(Identity.profile("b"));
        Found gone = found(Map.of("AWS_PROFILE", "gone"));
        assertThat(gone.preferred()).isEmpty();
        assertThat(gone.troubles())
                .containsExactly(trouble("config", 0, "profiles.wanted", "gone"));
    }

    @Test
    void aTokenFileAmongTheVariablesIsAConnection() {
        assertThat(
                        connections(
                                Map.of(
                                        "AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/r",
                                        "AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/token")))
                .singleElement()
                .satisfies(one -> assertThat(one.signIn()).isEqualTo(new SignIn.Environment()));
    }

    @Test
    void checksumsAndEndpointsAreReadAsDocumented() throws IOException {
        config(
                """
                [profile required]
                request_checksum_calculation = when_required
                endpoint_url = https://own.example
                [profile ignoring]
                response_checksum_validation = WHEN_SUPPORTED
                ignore_configured_endpoint_urls = true
                endpoint_url = https://own.example
                [profile open]
                credential_process = /opt/keys
                """);
        credentials(
                """
                [required]
                aws_access_key_id = A
                aws_secret_access_key = b
                [ignoring]
                aws_access_key_id = A
                aws_secret_access_key = b
                """);

        List<Connection> found = connections(Map.of());
        assertThat(found)
                .extracting(Connection::endpoint)
                .containsExactly(
                        Optional.of(URI.create("https://own.example")),
                        Optional.empty(),
                        Optional.empty());
        assertThat(found)
                .extracting(one -> one.server().checksums())
                .containsExactly(Checksums.WHEN_REQUIRED, Checksums.WHEN_SUPPORTED, Checksums.AUTO);

        List<Connection> withVariables =
                connections(
                        Map.of(
                                "AWS_ENDPOINT_URL", "https://for-all.example",
                                "AWS_ENDPOINT_URL_S3", "https://for-s3.example",
                                "AWS_RESPONSE_CHECKSUM_VALIDATION", "WHEN_REQUIRED"));
        assertThat(withVariables)
                .extracting(Connection::endpoint)
                .containsExactly(
                        Optional.of(URI.create("https://for-s3.example")),
                        Optional.empty(),
                        Optional.of(URI.create("https://for-s3.example")));
        assertThat(withVariables)
                .extracting(one -> one.server().checksums())
                .containsOnly(Checksums.WHEN_REQUIRED);
    }

    @Test
    void accountAndRoleThatNobodyNamedHaveToBePicked() throws IOException {
        config(
                """
                [profile whole]
                sso_session = main
                sso_account_id = 111122223333
                sso_role_name = reader
                [profile half]
                sso_session = main
                sso_account_id = 111122223333
                [profile bare]
                sso_session = main
                [profile legacy]
                sso_start_url = https://old.example/start
                sso_region = eu-west-1
                [profile with-keys]
                sso_session = main
                credential_process = /opt/keys
                [sso-session main]
                sso_region = us-east-1
                sso_start_url = https://example.awsapps.com/start
                sso_registration_scopes = sso:account:access, other
                """);
        ProfileBook book = ProfileBook.read(files());
        var sso = new SsoOfProfile(book);

        assertThat(sso.sessions())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.name()).isEqualTo("main");
                    assertThat(session.scopes()).containsExactly("sso:account:access", "other");
                });
        assertThat(sso.toBePicked("whole")).isEmpty();
        assertThat(sso.toBePicked("with-keys")).isEmpty();
        assertThat(sso.toBePicked("no-such")).isEmpty();
        assertThat(sso.toBePicked("half"))
                .contains(
                        new SsoNeed(
                                sso.sessions().getFirst(),
                                Optional.of("111122223333"),
                                Optional.empty()));
        assertThat(sso.toBePicked("bare"))
                .contains(
                        new SsoNeed(sso.sessions().getFirst(), Optional.empty(), Optional.empty()));
        assertThat(sso.toBePicked("legacy").orElseThrow().session().startUrl())
                .isEqualTo("https://old.example/start");
        assertThat(connections(Map.of()))
                .extracting(Connection::name)
                .containsExactly("whole", "half", "bare", "legacy", "with-keys");
    }

    private static Connection profile(
            String name, @Nullable String endpoint, String region, Addressing addressing) {
        return new Connection(
                        name,
                        Optional.ofNullable(endpoint).map(URI::create),
                        region,
                        addressing,
                        new SignIn.Profile(name),
                        Optional.empty())
                .withIdentity(Identity.profile(name));
    }
}
