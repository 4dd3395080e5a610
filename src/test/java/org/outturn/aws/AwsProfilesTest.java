package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.SignedUrl;

class AwsProfilesTest {
    @TempDir private Path home;

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
        AwsFiles files =
                AwsFiles.of(
                        Map.of(
                                "AWS_SHARED_CREDENTIALS_FILE",
                                elsewhere.resolve("k").toString(),
                                "AWS_CONFIG_FILE",
                                "~/elsewhere/c"),
                        home);

        assertThat(files.config()).isEqualTo(elsewhere.resolve("c"));
        assertThat(new AwsProfiles(files, Map.of()).find().connections())
                .extracting(Connection::name)
                .containsExactly("moved");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        config("[profile fine]\nregion = eu-west-1\n");
        credentials("[profile\naws_access_key_id = A\n");

        Failure.LocalFile failure =
                Failures.expect(Failure.LocalFile.class, () -> connections(Map.of()));

        assertThat(failure.path()).isEqualTo(home.resolve(".aws/credentials").toString());
        assertThat(failure.attempt().action()).isEqualTo("ReadProfiles");
    }

    @Test
    void aProfileWithAnImpossibleEndpointIsLeftOut() throws IOException {
        credentials(
                """
                [wrong]
                aws_access_key_id = A
                aws_secret_access_key = b
                endpoint_url = ftp://example
                [right]
                aws_access_key_id = A
                aws_secret_access_key = b
                """);

        assertThat(connections(Map.of())).extracting(Connection::name).containsExactly("right");
    }

    @Test
    void aProfileOpensItsServer() throws IOException {
        SampleOptions options =
                SampleOptions.DEFAULTS.withKey(
                        SampleKey.of("SESSIONKEY", "session-secret").inSession("its-token", null));
        try (SampleServer server = SampleServer.start(home.resolve("server"), options)) {
            credentials(
                    """
                    [sample]
                    aws_access_key_id = SESSIONKEY
                    aws_secret_access_key = session-secret
                    aws_session_token = its-token
                    endpoint_url = %s
                    region = %s
                    """
                            .formatted(server.endpoint(), server.region()));
            Connection connection = connections(Map.of()).getFirst();

            try (ObjectStore store =
                    new S3StoreOpener(files(), Bandwidth.unlimited()).open(connection)) {
                store.createBucket("from-a-profile");
                assertThat(store.buckets())
                        .singleElement()
                        .satisfies(b -> assertThat(b.name()).isEqualTo("from-a-profile"));
            }
        }
    }

    @Test
    void aProfileThatIsGoneCannotBeOpened() {
        Failures.expect(
                Failure.SignInMissing.class,
                () -> new S3StoreOpener(files(), Bandwidth.unlimited()).open(toProfile("gone")));
    }

    @Test
    void aCloudMachineIsNeverAskedForKeys() throws IOException {
        config(
                """
                [profile machine]
                role_arn = arn:aws:iam::111122223333:role/r
                credential_source = Ec2InstanceMetadata
                [profile through-machine]
                role_arn = arn:aws:iam::111122223333:role/r2
                source_profile = machine
                """);

        for (String name : List.of("machine", "through-machine")) {
            Failures.expect(
                    Failure.SignInMissing.class,
                    () -> new S3StoreOpener(files(), Bandwidth.unlimited()).open(toProfile(name)));
        }
    }

    @Test
    void aProfileWhoseProgramGivesNoKeysIsNotSignedIn() throws IOException {
        config("[profile program]\ncredential_process = no-such-program-anywhere\n");

        try (ObjectStore store =
                new S3StoreOpener(files(), Bandwidth.unlimited()).open(toProfile("program"))) {
            Failures.expect(Failure.SignInMissing.class, store::buckets);
        }
    }

    @Test
    void aSingleSignOnThatNobodySignedInToHasExpired() throws IOException {
        config(
                """
                [profile sso]
                sso_session = never-signed-in-to
                sso_account_id = 111122223333
                sso_role_name = reader
                [sso-session never-signed-in-to]
                sso_region = us-east-1
                sso_start_url = https://no-such-start.example/start
                """);

        try (ObjectStore store =
                new S3StoreOpener(files(), Bandwidth.unlimited()).open(toProfile("sso"))) {
            Failures.expect(Failure.SignInExpired.class, store::buckets);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkEndsWithTheKeysThatSignedIt() throws IOException {
        Instant end = Instant.now().plusSeconds(1_800).truncatedTo(ChronoUnit.SECONDS);
        Path keys =
                Files.writeString(
                        home.resolve("keys.json"),
                        """
                        {"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "b",
                         "SessionToken": "c", "Expiration": "%s"}
                        """
                                .formatted(end));
        config("[profile program]\ncredential_process = cat %s\n".formatted(keys));

        try (ObjectStore store =
                new S3StoreOpener(files(), Bandwidth.unlimited()).open(toProfile("program"))) {
            SignedUrl link = store.presignGet(new ObjectAddress("b", "k"), Duration.ofHours(1), "");

            assertThat(link.credentialsExpire()).isEqualTo(end);
            assertThat(link.effectiveEnd()).isEqualTo(end);
        }
    }

    private Connection toProfile(String name) {
        return profile(name, "http://127.0.0.1:9", "us-east-1", Addressing.AUTO);
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

    private List<Connection> connections(Map<String, String> environment) {
        return new AwsProfiles(files(), environment).find().connections();
    }

    private AwsFiles files() {
        return AwsFiles.of(Map.of(), home);
    }

    private void config(String text) throws IOException {
        write("config", text);
    }

    private void credentials(String text) throws IOException {
        write("credentials", text);
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve(name), text);
    }
}
