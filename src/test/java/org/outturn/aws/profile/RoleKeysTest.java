package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.profile.KeyOrigin;
import org.outturn.connection.profile.KeyPlan;
import org.outturn.connection.profile.KeyPlanner;
import org.outturn.connection.profile.ProfileBook;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;

/** Roles, against a token service that speaks the documented protocol over real HTTP. */
class RoleKeysTest extends KeysTestBase {
    private static final String DEVICE = "arn:aws:iam::111122223333:mfa/me";

    @Test
    void aRoleIsTakenWithAllThatTheProfileSays() throws IOException {
        sts.sts().externalId(ROLE, "ours-4711");
        config(
                base()
                        + """
                        [profile r]
                        role_arn = %s
                        source_profile = base
                        external_id = ours-4711
                        role_session_name = night-shift
                        duration_seconds = 900
                        region = us-east-1
                        services = here
                        """
                                .formatted(ROLE));

        try (ObjectStore store = open("r", keys(CodePrompt.NOBODY))) {
            store.createBucket("of-the-role");
            assertThat(store.buckets()).hasSize(1);
        }

        assertThat(roleRequests()).isEqualTo(1);
        String asked = sts.requests().getFirst().body();
        assertThat(asked)
                .contains("ExternalId=ours-4711")
                .contains("RoleSessionName=night-shift")
                .contains("DurationSeconds=900")
                .doesNotContain("SerialNumber");
        assertThat(sts.requests().getFirst().headers().getFirst("Authorization"))
                .contains("/us-east-1/sts/");
        assertThat(secrets).contains("secret-of-base", SESSION_SECRET, SESSION_TOKEN);
    }

    @Test
    void rolesAreTakenWithRoles() throws IOException {
        sts.sts().keys(until -> sts.directory().made(until));
        config(
                base()
                        + """
                        [profile one]
                        role_arn = %1$s-1
                        source_profile = base
                        [profile two]
                        role_arn = %1$s-2
                        source_profile = one
                        services = here
                        """
                                .formatted(ROLE));

        assertThat(given("two", keys(CodePrompt.NOBODY))).startsWith("ASIASTANDIN");

        assertThat(sts.requests()).hasSize(2);
        assertThat(sts.requests().get(0).body()).contains("reader-1");
        assertThat(sts.requests().get(1).body()).contains("reader-2");
    }

    @Test
    void keysAreKeptUntilTheyEnd() throws IOException {
        config(role());
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        ProfileKeys keys = keys(CodePrompt.NOBODY, clock(now), () -> false);

        given("r", keys);
        given("r", keys);
        assertThat(roleRequests()).isEqualTo(1);

        now.set(now.get().plusSeconds(3600 - 200));
        given("r", keys);
        assertThat(roleRequests()).isEqualTo(2);
    }

    @Test
    void keysThatStillLastAreUsedWhenThereAreNoNewOnes() throws IOException {
        config(role());
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        ProfileKeys keys = keys(CodePrompt.NOBODY, clock(now), () -> false);
        given("r", keys);

        sts.sts().error("AccessDenied");
        now.set(now.get().plusSeconds(3600 - 200));
        assertThat(given("r", keys)).isEqualTo("ASIASESSION");

        now.set(now.get().plusSeconds(400));
        Failures.expect(Failure.AccessDenied.class, () -> given("r", keys));
    }

    @Test
    void theCodeIsAskedForOnceForAllThatWait() throws Exception {
        sts.sts().mfa(ROLE, DEVICE, "123456");
        config(role() + "mfa_serial = " + DEVICE + "\n");
        var asked = new AtomicInteger();
        ProfileKeys keys =
                keys((profile, device) -> {
                    asked.incrementAndGet();
                    assertThat(profile).isEqualTo("r");
                    assertThat(device).isEqualTo(DEVICE);
                    pause(300);
                    return Optional.of(" 123456 ");
                });

        try (ObjectStore store = open("r", keys);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                requests.add(threads.submit(store::buckets));
            }
            for (Future<?> request : requests) {
                request.get();
            }
        }
        try (ObjectStore again = open("r", keys)) {
            again.buckets();
        }

        assertThat(asked).hasValue(1);
        assertThat(roleRequests()).isEqualTo(1);
    }

    @Test
    void whoGivesUpIsNotAskedAgainForTheSameRequests() throws Exception {
        config(role() + "mfa_serial = " + DEVICE + "\n");
        var asked = new AtomicInteger();
        ProfileKeys keys =
                keys((_, _) -> {
                    asked.incrementAndGet();
                    pause(500);
                    return Optional.empty();
                });

        try (ObjectStore store = open("r", keys);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                requests.add(threads.submit(store::buckets));
            }
            for (Future<?> request : requests) {
                try {
                    request.get();
                    throw new AssertionError("there are no keys");
                } catch (ExecutionException e) {
                    assertThat(((FailureException) e.getCause()).failure())
                            .isInstanceOf(SignInFailure.CodeMissing.class);
                }
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(roleRequests()).isZero();
    }

    @Test
    void aWrongCodeIsNamed() throws IOException {
        sts.sts().mfa(ROLE, DEVICE, "123456");
        config(role() + "mfa_serial = " + DEVICE + "\n");

        Failures.expect(
                SignInFailure.CodeRefused.class,
                () -> given("r", keys((_, _) -> Optional.of("654321"))));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, AccessDenied",
        "ExpiredToken, SignInExpired",
        "InvalidClientTokenId, SignInRejected",
        "SignatureDoesNotMatch, SignInRejected",
        "Throttling, Throttled"
    })
    void whatTheTokenServiceSaysIsTold(String code, String kind) throws IOException {
        config(role());
        sts.sts().error(code);

        Failure failure = Failures.expect(Failure.class, () -> given("r", keys(CodePrompt.NOBODY)));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.attempt().action()).isEqualTo("AssumeRole");
        assertThat(failure.attempt().object()).isEqualTo(ROLE);
        assertThat(failure.technical().code()).isEqualTo(code);
        assertThat(failure.toString()).doesNotContain("secret-of-base");
    }

    @Test
    void aTokenServiceThatSaysNothingIsNotWaitedForLong() throws IOException {
        config(role());
        sts.silent(true);
        long began = System.nanoTime();

        Failures.expect(Failure.Unreachable.class, () -> given("r", keys(CodePrompt.NOBODY)));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(14));
        sts.silent(false);
    }

    @Test
    void theKeysOfARoleDoNotComeOverALineThatOthersRead() throws IOException {
        config(
                role().replace(
                                "sts =\n  endpoint_url = http://127.0.0.1",
                                "sts =\n  endpoint_url = http://sts.example"));

        SignInFailure.ProfileBroken broken =
                Failures.expect(
                        SignInFailure.ProfileBroken.class,
                        () -> given("r", keys(CodePrompt.NOBODY)));

        assertThat(broken.property()).contains("http", "sts");
    }

    @Test
    void otherFirstKeysAreSomebodyElse() throws IOException {
        sts.directory().user("AKIAOTHER", "secret-of-other");
        config(role());
        ProfileKeys keys = keys(CodePrompt.NOBODY);
        given("r", keys);

        config(
                role().replace("AKIABASE", "AKIAOTHER")
                        .replace("secret-of-base", "secret-of-other"));
        given("r", keys);

        assertThat(roleRequests()).isEqualTo(2);
        assertThat(sts.requests().getLast().headers().getFirst("Authorization"))
                .contains("AKIAOTHER");
    }

    @Test
    void nothingPrintsASecret() throws IOException {
        config(role() + "external_id = ours-4711\n");
        ProfileKeys keys = keys(CodePrompt.NOBODY);
        ProfileBook book = ProfileBook.read(files());
        KeyPlan plan = new KeyPlanner(book, environment).plan("r");

        assertThat(
                        plan
                                + " "
                                + book
                                + book.profiles()
                                + book.services()
                                + keys.keys(connection("r"), () -> new TrustManager[0])
                                + new KeyOrigin.Program("secret-of-base"))
                .contains("AKIABASE")
                .doesNotContain("secret-of-base", "ours-4711");
    }

    @Test
    void theRoleIsWhatIsLacking() throws IOException {
        config(role());
        sts.sts().externalId(ROLE, "theirs");

        Failure.AccessDenied denied =
                Failures.expect(
                        Failure.AccessDenied.class, () -> given("r", keys(CodePrompt.NOBODY)));

        assertThat(denied.permission()).isEqualTo("sts:AssumeRole");
    }

    @Test
    void aTokenFileIsReadEachTime() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "first.web.token\n");
        sts.sts().webIdentity(ROLE, "first.web.token");
        config(
                base()
                        + """
                        [profile w]
                        role_arn = %s
                        web_identity_token_file = ~/token
                        services = here
                        """
                                .formatted(ROLE));
        assertThat(given("w", keys(CodePrompt.NOBODY))).isEqualTo("ASIASESSION");
        assertThat(secrets).contains("first.web.token");

        Files.writeString(token, "second.web.token");
        Failures.expect(Failure.SignInRejected.class, () -> given("w", keys(CodePrompt.NOBODY)));

        Files.delete(token);
        Failures.expect(Failure.LocalFile.class, () -> given("w", keys(CodePrompt.NOBODY)));
    }

    @Test
    void theVariablesOfAPodAreEnough() throws IOException {
        Files.writeString(home.resolve("token"), "pod.web.token");
        sts.sts().webIdentity(ROLE, "pod.web.token");
        environment.put("AWS_ROLE_ARN", ROLE);
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString());
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
        environment.put("AWS_REGION", server.region());

        try (ObjectStore store =
                new S3StoreOpener(keys(CodePrompt.NOBODY), Bandwidth.unlimited())
                        .open(connection("Environment"))) {
            assertThat(store.buckets()).isEmpty();
        }
    }

    @Test
    void theVariablesMayBeWhatTheRoleIsTakenWith() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "AKIABASE");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret-of-base");
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        config("[profile r]\nrole_arn = " + ROLE + "\ncredential_source = Environment\n");

        assertThat(given("r", keys(CodePrompt.NOBODY))).isEqualTo("ASIASESSION");
    }

    @Test
    void freshKeysInTheFileAreUsedAtOnce() throws IOException {
        config(
                "[services here]\ns3 =\n  endpoint_url = "
                        + server.endpoint()
                        + "\n[profile f]\nservices = here\n");
        write(
                "credentials",
                "[f]\naws_access_key_id = ASIASESSION\naws_secret_access_key = stale\n");

        try (ObjectStore store = open("f", keys(CodePrompt.NOBODY))) {
            Failures.expect(Failure.SignInRejected.class, store::buckets);
            write(
                    "credentials",
                    """
                    [f]
                    aws_access_key_id = ASIASESSION
                    aws_secret_access_key = %s
                    aws_session_token = %s
                    """
                            .formatted(SESSION_SECRET, SESSION_TOKEN));
            assertThat(store.buckets()).isEmpty();
        }
        assertThat(secrets).contains("stale", SESSION_SECRET, SESSION_TOKEN);
    }

    private String role() {
        return base()
                + """
                [profile r]
                services = here
                source_profile = base
                role_arn = %s
                """
                        .formatted(ROLE);
    }

    /** The key id that a profile comes to. */
    private String given(String profile, ProfileKeys keys) {
        return keys.keys(connection(profile), () -> new TrustManager[0])
                .provider()
                .resolveCredentials()
                .accessKeyId();
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
