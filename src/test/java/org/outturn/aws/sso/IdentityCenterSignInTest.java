package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.signin.Asked;
import org.outturn.storage.Cancellation;

/** Signing in, in the browser and by a code, over real HTTP. */
class IdentityCenterSignInTest extends IdentityCenterTestBase {
    @Test
    void signsInInTheBrowser() {
        assertThat(center.status(SESSION)).isEqualTo(SsoStatus.NOBODY);
        signIn();
        SsoStatus status = center.status(SESSION);
        assertThat(status.left(clock.instant()))
                .isBetween(Duration.ofMinutes(478), Duration.ofMinutes(480));
        assertThat(status.quiet()).isTrue();
        assertThat(operator.pages())
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.getPath()).isEqualTo("/authorize");
                    assertThat(page.getRawQuery())
                            .contains(
                                    "code_challenge_method=S256",
                                    "redirect_uri=http%3A%2F%2F127.0.0.1%3A",
                                    "scopes=sso%3Aaccount%3Aaccess");
                });
        Asked registration = asked("/client/register");
        assertThat(registration.body())
                .contains(
                        "\"redirectUris\":[\"http://127.0.0.1/oauth/callback\"]",
                        "\"issuerUrl\":\"https://example.com/start\"",
                        "\"grantTypes\":[\"authorization_code\",\"refresh_token\"]");
    }

    private Asked asked(String path) {
        return aws.requests().stream()
                .filter(asked -> asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signsOutHereAndThere() {
        signIn();
        assertThat(center.signOut(SESSION, Cancellation.never())).isTrue();
        assertThat(aws.asked("/logout")).isEqualTo(1);
        assertThat(cache.token(SESSION)).isEmpty();
        assertThat(center.status(SESSION)).isEqualTo(SsoStatus.NOBODY);
        assertThat(failure(() -> center.accounts(SESSION, Cancellation.never())))
                .isInstanceOf(Failure.SignInExpired.class);
        assertThat(center.signOut(SESSION, Cancellation.never())).as("once more").isTrue();
        assertThat(aws.asked("/logout")).isEqualTo(1);
    }

    @Test
    void aTokenThatWasRevokedIsSignedOut() {
        signIn();
        aws.revokeAll();
        assertThat(center.signOut(SESSION, Cancellation.never())).isTrue();
        assertThat(cache.token(SESSION)).isEmpty();
    }

    @Test
    void whereNobodyAnswersTheTokenIsForgottenAllTheSame() {
        signIn();
        try (IdentityCenter cutOff = center(URI.create("http://127.0.0.1:9"))) {
            assertThat(cutOff.signOut(SESSION, Cancellation.never())).isFalse();
        }
        assertThat(cache.token(SESSION)).isEmpty();
    }

    @Test
    void registersOnceForEachWay() {
        signIn();
        signIn();
        assertThat(aws.asked("/client/register")).isEqualTo(1);
        signInByCode();
        signInByCode();
        assertThat(aws.asked("/client/register")).isEqualTo(2);
    }

    @Test
    void aRegistrationThatEndsSoonIsMadeAnew() {
        aws.oidc().registrationLife(Duration.ofMinutes(10));
        signIn();
        signIn();
        assertThat(aws.asked("/client/register")).isEqualTo(2);
    }

    @Test
    void aRefusalInTheBrowserIsToldAsOne() {
        aws.oidc().denied(true);
        assertThat(failure(this::signIn)).isInstanceOf(SignInFailure.SignInDenied.class);
        assertThat(failure(this::signInByCode)).isInstanceOf(SignInFailure.SignInDenied.class);
        assertThat(cache.token(SESSION)).isEmpty();
    }

    @Test
    void signsInByCode() {
        var later = CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS);
        var patient =
                new Operator(
                        browser::open,
                        code -> later.execute(() -> browser.visit(code.pageWithCode())));
        center.signInByCode(SESSION, patient, Cancellation.never());
        assertThat(center.status(SESSION).quiet()).isTrue();
        assertThat(patient.codes())
                .singleElement()
                .satisfies(code -> {
                    assertThat(code.userCode()).matches("[A-Z]{4}-\\d{4}");
                    assertThat(code.page()).isEqualTo(aws.endpoint().resolve("/device"));
                    assertThat(code.until()).isAfter(clock.instant().plusSeconds(500));
                });
        assertThat(aws.asked("/token")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void slowsDownWhenItIsTold() {
        aws.oidc().answer("slow_down");
        long begun = System.nanoTime();
        signInByCode();
        // one second, then one and five more
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(6900), Duration.ofSeconds(15));
    }

    @Test
    void aFaultOfTheServiceDoesNotEndTheWait() {
        aws.oidc().answer("server_error", "server_error", "server_error");
        signInByCode();
        assertThat(center.status(SESSION).quiet()).isTrue();
    }

    @Test
    void aCodeThatNobodyApprovesEnds() {
        aws.oidc().deviceLife(Duration.ofSeconds(2));
        var absent = new Operator(_ -> {}, _ -> {});
        assertThat(failure(() -> center.signInByCode(SESSION, absent, Cancellation.never())))
                .isInstanceOf(SignInFailure.SignInTimedOut.class);
        aws.oidc().deviceLife(Duration.ofMinutes(10)).answer("expired_token");
        assertThat(failure(() -> center.signInByCode(SESSION, absent, Cancellation.never())))
                .isInstanceOf(SignInFailure.SignInTimedOut.class);
    }

    private static final Duration WELL_BEFORE_AN_ANSWER = Duration.ofSeconds(6);

    @Test
    void bothWaysEndAtOnceWhenTheyAreCancelled() {
        var absent = new Operator(_ -> {}, _ -> {});
        assertThat(timeToCancel(c -> center.signIn(SESSION, absent, c)))
                .isLessThan(WELL_BEFORE_AN_ANSWER);
        assertThat(absent.pages()).hasSize(1);
        aws.oidc().interval(30);
        assertThat(timeToCancel(c -> center.signInByCode(SESSION, absent, c)))
                .isLessThan(WELL_BEFORE_AN_ANSWER);
        assertThat(absent.codes()).hasSize(1);
        aws.silent(true);
        assertThat(timeToCancel(c -> center.signInByCode(SESSION, absent, c)))
                .isLessThan(WELL_BEFORE_AN_ANSWER);
        assertThat(cache.token(SESSION)).isEmpty();
    }

    private static Duration timeToCancel(java.util.function.Consumer<Cancellation> work) {
        var cancellation = new Cancellation();
        long[] cancelled = new long[1];
        CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    cancelled[0] = System.nanoTime();
                    cancellation.cancel();
                });
        assertThatThrownBy(() -> work.accept(cancellation))
                .isInstanceOf(CancellationException.class);
        return Duration.ofNanos(System.nanoTime() - cancelled[0]);
    }

    @Test
    void aWrongPlaceIsToldAsOne() {
        aws.oidc().answer("invalid_request");
        assertThat(failure(this::signInByCode)).isInstanceOf(SignInFailure.SignInSetup.class);
    }

    @Test
    void nobodyThereIsToldAsThat() {
        URI nowhere = URI.create("http://127.0.0.1:9");
        try (IdentityCenter lost = center(nowhere)) {
            assertThat(failure(() -> lost.signIn(SESSION, operator, Cancellation.never())))
                    .isInstanceOf(Failure.Unreachable.class);
        }
    }
}
