package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.profile.KeyOrigin;
import org.outturn.connection.profile.KeyPlan;
import org.outturn.connection.profile.KeyPlanner;
import org.outturn.connection.profile.ProfileBook;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;

/** Roles, against a token service that speaks the documented protocol over real HTTP. */
class RoleKeysTest extends RoleKeysTestBase {
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

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
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
}
