package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.signin.Asked;
import org.outturn.signin.PlayedBrowser;
import org.outturn.signin.SignInStandIn;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Everything over real HTTP, against the stand-in. */
class IdentityCenterTest {
    private static final SsoSession SESSION =
            new SsoSession("my-sso", "https://example.com/start", "eu-central-1", List.of());

    private final MovedClock clock = new MovedClock();
    private final SignInStandIn aws = new SignInStandIn(clock);
    private final PlayedBrowser browser = new PlayedBrowser();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Operator operator =
            new Operator(browser::open, code -> browser.open(code.pageWithCode()));

    @TempDir Path home;
    private SsoCache cache;
    private IdentityCenter center;

    @BeforeEach
    void begin() {
        cache = SsoCache.ofHome(home);
        center = center(aws.endpoint());
    }

    private IdentityCenter center(URI endpoint) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL_SSO", endpoint.toString());
        environment.put("AWS_ENDPOINT_URL_SSO_OIDC", endpoint.toString());
        return new IdentityCenter(
                new IdentityCenter.Surroundings(
                        environment,
                        new SsoProfiles(
                                new ProfileFiles(
                                        home.resolve("config"), home.resolve("credentials"), home),
                                Map.of()),
                        cache,
                        hidden::add,
                        clock),
                CallbackPages.saying("Outturn", "done", "failed"));
    }

    @AfterEach
    void end() {
        center.close();
        browser.close();
        aws.close();
    }

    private Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(FailureException.class);
        return ((FailureException) thrown).failure();
    }

    private void signIn() {
        center.signIn(SESSION, operator, Cancellation.never());
    }

    private void signInByCode() {
        center.signInByCode(SESSION, operator, Cancellation.never());
    }

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

    @Test
    void bothWaysEndAtOnceWhenTheyAreCancelled() {
        var absent = new Operator(_ -> {}, _ -> {});
        assertThat(timeToCancel(c -> center.signIn(SESSION, absent, c)))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(absent.pages()).hasSize(1);
        aws.oidc().interval(30);
        assertThat(timeToCancel(c -> center.signInByCode(SESSION, absent, c)))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(absent.codes()).hasSize(1);
        aws.silent(true);
        assertThat(timeToCancel(c -> center.signInByCode(SESSION, absent, c)))
                .isLessThan(Duration.ofSeconds(1));
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
