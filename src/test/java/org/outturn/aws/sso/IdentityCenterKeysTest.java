package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The keys of a role: how long they are used, and what is kept secret of them. */
class IdentityCenterKeysTest extends IdentityCenterTestBase {
    @Test
    void theKeysOfARoleAreKeptAndRenewed() {
        aws.directory()
                .role(
                        "111122223333",
                        "reader",
                        () -> aws.directory().made(clock.instant().plus(Duration.ofHours(1))));
        AwsCredentialsProvider keys = center.keys(SESSION, "111122223333", "reader");
        assertThat(failure(keys::resolveCredentials)).isInstanceOf(Failure.SignInExpired.class);
        signIn();
        AwsCredentials first = keys.resolveCredentials();
        assertThat(keys.resolveCredentials()).isSameAs(first);
        clock.forward(Duration.ofMinutes(56));
        AwsCredentials second = keys.resolveCredentials();
        assertThat(second.accessKeyId()).isNotEqualTo(first.accessKeyId());
        assertThat(second.expirationTime())
                .hasValueSatisfying(end -> assertThat(end).isAfter(clock.instant()));
        assertThat(aws.asked("/federation/credentials")).isEqualTo(2);
    }

    @Test
    void keysThatCannotBeRenewedAreUsedToTheirEnd() {
        aws.directory()
                .role(
                        "111122223333",
                        "reader",
                        () -> aws.directory().made(clock.instant().plus(Duration.ofHours(1))));
        signIn();
        AwsCredentialsProvider keys = center.keys(SESSION, "111122223333", "reader");
        AwsCredentials first = keys.resolveCredentials();
        clock.forward(Duration.ofMinutes(57));
        aws.revokeAll();
        assertThat(keys.resolveCredentials()).isSameAs(first);
        clock.forward(Duration.ofMinutes(4));
        assertThat(failure(keys::resolveCredentials)).isInstanceOf(Failure.SignInExpired.class);
    }

    @Test
    void aRoleThatIsNotOnesOwnIsNamed() {
        aws.directory().role("111122223333", "reader");
        signIn();
        Failure denied = failure(center.keys(SESSION, "111122223333", "admin")::resolveCredentials);
        assertThat(denied).isInstanceOf(SignInFailure.RoleDenied.class);
        assertThat(denied.subject()).isEqualTo("admin (111122223333)");
    }

    @Test
    void keysThatEndedBeforeTheyCameMeanThatTheClockIsWrong() {
        aws.directory()
                .role(
                        "111122223333",
                        "reader",
                        () -> aws.directory().made(Instant.now().minus(Duration.ofHours(1))));
        signIn();
        assertThat(failure(center.keys(SESSION, "111122223333", "reader")::resolveCredentials))
                .isInstanceOf(Failure.ClockSkew.class);
    }

    @Test
    void everySecretIsHiddenAndNoneIsTold() throws IOException {
        aws.directory().role("111122223333", "reader");
        signIn();
        AwsCredentials keys = center.keys(SESSION, "111122223333", "reader").resolveCredentials();
        SsoToken token = cache.token(SESSION).orElseThrow();
        assertThat(hidden)
                .contains(
                        token.accessToken(),
                        token.refreshToken(),
                        token.client().orElseThrow().clientSecret(),
                        keys.secretAccessKey());
        aws.revokeAll();
        Throwable thrown = catchThrowable(() -> center.accounts(SESSION, Cancellation.never()));
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            assertThat(String.valueOf(t.getMessage())).doesNotContain(hidden);
        }
        assertThat(Files.exists(home.resolve("config"))).isFalse();
    }
}
