package org.outturn.aws.sso;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.ClientRegistration;
import org.outturn.connection.sso.DeviceCode;
import org.outturn.connection.sso.SignInGuide;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** Signs in with a code that is approved on any device (RFC 8628). */
final class DeviceSignIn {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** RFC 8628, section 3.5. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private static final int DEFAULT_INTERVAL = 5;

    private final SsoClients clients;
    private final Registrations registrations;
    private final Tokens tokens;
    private final Clock clock;

    DeviceSignIn(SsoClients clients, Registrations registrations, Tokens tokens, Clock clock) {
        this.clients = clients;
        this.registrations = registrations;
        this.tokens = tokens;
        this.clock = clock;
    }

    void signIn(SsoSession session, SignInGuide guide, Cancellation cancellation) {
        Attempt attempt = SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session);
        ClientRegistration client = registrations.forDevice(session, cancellation);
        StartDeviceAuthorizationResponse begun =
                SsoFailures.oidc(
                        attempt,
                        cancellation,
                        () ->
                                clients.oidc(session)
                                        .startDeviceAuthorization(r ->
                                                r.clientId(client.clientId())
                                                        .clientSecret(client.clientSecret())
                                                        .startUrl(session.startUrl())));
        Instant until = clock.instant().plusSeconds(begun.expiresIn());
        guide.show(
                new DeviceCode(
                        begun.userCode(),
                        URI.create(begun.verificationUri()),
                        URI.create(
                                begun.verificationUriComplete() == null
                                        ? begun.verificationUri()
                                        : begun.verificationUriComplete()),
                        until));
        tokens.keep(session, client, await(session, client, begun, until, cancellation));
    }

    private CreateTokenResponse await(
            SsoSession session,
            ClientRegistration client,
            StartDeviceAuthorizationResponse begun,
            Instant until,
            Cancellation cancellation) {
        Attempt attempt = SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session);
        boolean said = begun.interval() != null && begun.interval() > 0;
        Duration interval = Duration.ofSeconds(said ? begun.interval() : DEFAULT_INTERVAL);
        while (clock.instant().isBefore(until)) {
            pause(interval, cancellation);
            try {
                return ask(session, client, begun.deviceCode(), cancellation);
            } catch (AuthorizationPendingException e) {
                continue;
            } catch (SlowDownException e) {
                interval = interval.plus(SLOWER);
            } catch (FailureException e) {
                // a line that is down for a moment does not end what goes on in the browser
                if (!e.failure().retryable()) {
                    throw e;
                }
                interval = interval.plus(SLOWER);
            }
        }
        throw new FailureException(
                new SignInFailure.SignInTimedOut(
                        attempt, Technical.of("the code ended at " + until)));
    }

    private CreateTokenResponse ask(
            SsoSession session,
            ClientRegistration client,
            String deviceCode,
            Cancellation cancellation) {
        return SsoFailures.oidc(
                SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session),
                cancellation,
                () ->
                        clients.oidc(session)
                                .createToken(r ->
                                        r.grantType(GRANT)
                                                .clientId(client.clientId())
                                                .clientSecret(client.clientSecret())
                                                .deviceCode(deviceCode)));
    }

    private static void pause(Duration time, Cancellation cancellation) {
        var over = new CountDownLatch(1);
        cancellation.onCancel(over::countDown);
        try {
            over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        cancellation.check();
    }
}
