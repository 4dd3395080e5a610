package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.SsoKeySource;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Profiles that live on a sign-in made before: single sign-on, and the console's. */
class SignedInElsewhereTest extends KeysTestBase {
    private static final String LOGIN = "arn:aws:iam::111122223333:user/me";
    private static final SsoSession MAIN =
            new SsoSession(
                    "main", "https://example.awsapps.com/start", "us-east-1", List.of("a", "b"));

    private final List<String> asked = new ArrayList<>();

    @Test
    void whoeverIsSignedInGetsTheRoleOfTheProfile() throws IOException {
        config(session() + "sso_account_id = 111122223333\nsso_role_name = reader\n");

        try (ObjectStore store = opener(this::session).open(connection("s"))) {
            assertThat(store.buckets()).isEmpty();
        }

        assertThat(asked).containsExactly(MAIN + " 111122223333 reader");
        assertThat(secrets).contains(SESSION_SECRET, SESSION_TOKEN);
    }

    @Test
    void theRoleThatTheOperatorPicked() {
        try (ObjectStore store =
                opener(this::session)
                        .open(
                                to(
                                        new SignIn.SingleSignOn(MAIN, "444455556666", "writer"),
                                        server.endpoint()))) {
            assertThat(store.buckets()).isEmpty();
        }

        assertThat(asked).containsExactly(MAIN + " 444455556666 writer");
    }

    @Test
    void aSignInThatIsOverIsNamed() throws IOException {
        config(session() + "sso_account_id = 111122223333\nsso_role_name = reader\n");
        SsoKeySource over =
                (_, _, _) ->
                        () -> {
                            throw new FailureException(
                                    new Failure.SignInExpired(
                                            new Attempt("OpenProfile", "s"), Technical.of("")));
                        };

        try (ObjectStore store = opener(over).open(connection("s"))) {
            Failures.expect(Failure.SignInExpired.class, store::buckets);
        }
    }

    @Test
    void accountAndRoleHaveToBePickedFirst() throws IOException {
        config(session());

        Failures.expect(
                Failure.SignInMissing.class, () -> opener(this::session).open(connection("s")));
    }

    @Test
    void theSignInOfTheConsole() throws Exception {
        config(
                "[profile l]\nlogin_session = %s\nendpoint_url = %s\n"
                        .formatted(LOGIN, server.endpoint()));
        login(Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS));

        try (ObjectStore store = opener(this::session).open(connection("l"))) {
            assertThat(store.buckets()).isEmpty();
        }

        assertThat(secrets).contains(SESSION_SECRET, SESSION_TOKEN);
    }

    @Test
    void nobodySignedInAtTheConsole() throws IOException {
        config(
                "[profile l]\nlogin_session = %s\nendpoint_url = %s\n"
                        .formatted(LOGIN, server.endpoint()));

        try (ObjectStore store = opener(this::session).open(connection("l"))) {
            Failures.expect(Failure.SignInExpired.class, store::buckets);
        }
    }

    private void login(Instant end) throws Exception {
        byte[] name =
                MessageDigest.getInstance("SHA-256").digest(LOGIN.getBytes(StandardCharsets.UTF_8));
        Path cache = Files.createDirectories(home.resolve(".aws/login/cache"));
        Files.writeString(
                cache.resolve(HexFormat.of().formatHex(name) + ".json"),
                """
                {"accessToken": {"accessKeyId": "ASIASESSION", "secretAccessKey": "%s",
                                 "sessionToken": "%s", "accountId": "111122223333",
                                 "expiresAt": "%s"},
                 "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
                 "refreshToken": "refresh", "identityToken": "identity",
                 "dpopKey": "no key is needed while the token lasts"}
                """
                        .formatted(SESSION_SECRET, SESSION_TOKEN, end));
    }

    private String session() {
        return """
        [services here]
        s3 =
          endpoint_url = %s
        [sso-session main]
        sso_start_url = https://example.awsapps.com/start
        sso_region = us-east-1
        sso_registration_scopes = a,b
        [profile s]
        services = here
        sso_session = main
        """
                .formatted(server.endpoint());
    }

    private AwsCredentialsProvider session(SsoSession session, String account, String role) {
        asked.add(session + " " + account + " " + role);
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create("ASIASESSION", SESSION_SECRET, SESSION_TOKEN));
    }

    private S3StoreOpener opener(SsoKeySource sso) {
        return new S3StoreOpener(
                new ProfileKeys(
                        new KeyWorld(
                                files(),
                                environment,
                                CodePrompt.NOBODY,
                                sso,
                                secrets::add,
                                () -> false,
                                Clock.systemUTC())),
                Bandwidth.unlimited());
    }
}
