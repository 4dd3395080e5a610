package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.sso.NobodySignedIn;
import org.outturn.connection.Addressing;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.SignIn;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.ProfileSource;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.SignedUrl;

class ProfileOpeningTest {
    @TempDir private Path home;
    private final List<String> secrets = new CopyOnWriteArrayList<>();

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

            try (ObjectStore store = opener().open(connection)) {
                store.createBucket("from-a-profile");
                assertThat(store.buckets())
                        .singleElement()
                        .satisfies(b -> assertThat(b.name()).isEqualTo("from-a-profile"));
            }
        }
    }

    @Test
    void aProfileThatIsGoneCannotBeOpened() {
        Failures.expect(Failure.SignInMissing.class, () -> opener().open(toProfile("gone")));
    }

    @Test
    void aProfileWhoseProgramGivesNoKeysIsNotSignedIn() throws IOException {
        config("[profile program]\ncredential_process = no-such-program-anywhere\n");

        try (ObjectStore store = opener().open(toProfile("program"))) {
            Failures.expect(SignInFailure.ProgramFailed.class, store::buckets);
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

        try (ObjectStore store = opener().open(toProfile("sso"))) {
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

        try (ObjectStore store = opener().open(toProfile("program"))) {
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
        return new ProfileSource(files(), environment).find().connections();
    }

    private S3StoreOpener opener() {
        return new S3StoreOpener(new ProfileKeys(world()), Bandwidth.unlimited());
    }

    private KeyWorld world() {
        return new KeyWorld(
                files(),
                Map.of(),
                CodePrompt.NOBODY,
                NobodySignedIn.in(home),
                secrets::add,
                () -> false,
                Clock.systemUTC());
    }

    private ProfileFiles files() {
        return ProfileFiles.of(Map.of(), home);
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
