package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SsoCache;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.signin.PlayedBrowser;
import org.outturn.signin.SignInStandIn;
import org.outturn.storage.Cancellation;

/** A sign-in service that is stood in for over real HTTP, and somebody who signs in to it. */
abstract class IdentityCenterTestBase {
    static final SsoSession SESSION =
            new SsoSession("my-sso", "https://example.com/start", "eu-central-1", List.of());

    final MovedClock clock = new MovedClock();
    final SignInStandIn aws = new SignInStandIn(clock);
    final PlayedBrowser browser = new PlayedBrowser();
    final Set<String> hidden = ConcurrentHashMap.newKeySet();
    final Operator operator =
            new Operator(browser::open, code -> browser.open(code.pageWithCode()));

    @TempDir Path home;
    SsoCache cache;
    IdentityCenter center;

    @BeforeEach
    void begin() {
        cache = SsoCache.ofHome(home);
        center = center(aws.endpoint());
    }

    IdentityCenter center(URI endpoint) {
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

    Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(FailureException.class);
        return ((FailureException) thrown).failure();
    }

    void signIn() {
        center.signIn(SESSION, operator, Cancellation.never());
    }

    void signInByCode() {
        center.signInByCode(SESSION, operator, Cancellation.never());
    }
}
