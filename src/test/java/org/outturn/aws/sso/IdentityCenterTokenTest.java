package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Cancellation;

/** Tokens of a sign-in: what they list, how they are refreshed and when they end. */
class IdentityCenterTokenTest extends IdentityCenterTestBase {
    @Test
    void listsAllAccountsAndRoles() {
        for (int i = 0; i < 250; i++) {
            aws.directory().account("%012d".formatted(i), "Account " + (900 - i));
        }
        for (int i = 0; i < 45; i++) {
            aws.directory().role("000000000007", "role-" + i);
        }
        signIn();
        List<SsoAccount> accounts = center.accounts(SESSION, Cancellation.never());
        assertThat(accounts).hasSize(250);
        assertThat(accounts).isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        assertThat(center.roles(SESSION, "000000000007", Cancellation.never())).hasSize(45);
        assertThat(failure(() -> center.roles(SESSION, "000000000008", Cancellation.never())))
                .isInstanceOf(SignInFailure.RoleDenied.class);
    }

    @Test
    void aTokenIsRefreshedBeforeItEnds() {
        signIn();
        SsoToken first = cache.token(SESSION).orElseThrow();
        clock.forward(Duration.ofHours(7).plusMinutes(50));
        center.accounts(SESSION, Cancellation.never());
        SsoToken second = cache.token(SESSION).orElseThrow();
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(second.left(clock.instant())).isGreaterThan(Duration.ofHours(7));
        assertThat(operator.pages()).hasSize(1);
    }

    @Test
    void aTokenThatHasEndedIsRefreshedToo() {
        signInByCode();
        clock.forward(Duration.ofHours(30));
        assertThat(center.renew(SESSION, Cancellation.never())).isTrue();
        assertThat(center.status(SESSION).left(clock.instant())).isGreaterThan(Duration.ofHours(7));
    }

    @Test
    void withoutARefreshTokenSomebodyHasToSignIn() {
        aws.oidc().refreshTokens(false);
        signIn();
        assertThat(center.status(SESSION).quiet()).isFalse();
        clock.forward(Duration.ofHours(7).plusMinutes(50));
        // good as long as it lasts, but it cannot be renewed
        assertThat(center.accounts(SESSION, Cancellation.never())).isEmpty();
        assertThat(center.renew(SESSION, Cancellation.never())).isFalse();
        clock.forward(Duration.ofHours(1));
        assertThat(failure(() -> center.accounts(SESSION, Cancellation.never())))
                .isInstanceOf(Failure.SignInExpired.class);
    }

    @Test
    void aRefusedRefreshIsTheEndOfTheSignIn() {
        signIn();
        aws.oidc().refreshRefused(true);
        clock.forward(Duration.ofHours(7).plusMinutes(50));
        assertThat(center.accounts(SESSION, Cancellation.never())).isEmpty();
        assertThat(center.renew(SESSION, Cancellation.never())).isFalse();
        clock.forward(Duration.ofHours(2));
        assertThat(failure(() -> center.accounts(SESSION, Cancellation.never())))
                .isInstanceOf(Failure.SignInExpired.class);
    }

    @Test
    void aRefreshByAnotherProgramIsTaken() {
        signIn();
        try (IdentityCenter other = center(aws.endpoint())) {
            clock.forward(Duration.ofHours(7).plusMinutes(50));
            other.renew(SESSION, Cancellation.never());
        }
        center.accounts(SESSION, Cancellation.never());
        // one for the code, one for the refresh of the other program
        assertThat(aws.asked("/token")).isEqualTo(2);
    }
}
