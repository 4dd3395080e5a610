package org.outturn.aws.sso;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.ClientRegistration;
import org.outturn.connection.sso.SsoCache;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;

/**
 * What the OIDC service knows this program by: kept in the cache beside the CLI's own, and as good
 * for the CLI as the CLI's is for this program.
 */
final class Registrations {
    /** What lets a token be refreshed and accounts be listed. */
    private static final List<String> SCOPES = List.of("sso:account:access");

    private static final List<String> BROWSER = List.of("authorization_code", "refresh_token");
    private static final String NAME = "Outturn";

    private final SsoClients clients;
    private final SsoCache cache;
    private final Consumer<String> hide;
    private final Clock clock;

    Registrations(SsoClients clients, SsoCache cache, Consumer<String> hide, Clock clock) {
        this.clients = clients;
        this.cache = cache;
        this.hide = hide;
        this.clock = clock;
    }

    static List<String> scopes(SsoSession session) {
        return session.scopes().isEmpty() ? SCOPES : session.scopes();
    }

    /** One for the browser's way. */
    ClientRegistration forBrowser(SsoSession session, Cancellation cancellation) {
        return kept(
                session,
                true,
                cancellation,
                RegisterClientRequest.builder()
                        .grantTypes(BROWSER)
                        .redirectUris(Loopback.REGISTERED)
                        .issuerUrl(session.startUrl()));
    }

    /** One for device codes. */
    ClientRegistration forDevice(SsoSession session, Cancellation cancellation) {
        return kept(session, false, cancellation, RegisterClientRequest.builder());
    }

    private ClientRegistration kept(
            SsoSession session,
            boolean browser,
            Cancellation cancellation,
            RegisterClientRequest.Builder request) {
        Instant now = clock.instant();
        return cache.registration(session)
                .filter(known -> known.isGood(now) && known.forAuthorizationCode() == browser)
                .map(known -> {
                    hide.accept(known.clientSecret());
                    return known;
                })
                .orElseGet(() -> register(session, browser, cancellation, request));
    }

    private ClientRegistration register(
            SsoSession session,
            boolean browser,
            Cancellation cancellation,
            RegisterClientRequest.Builder request) {
        request.clientName(NAME).clientType("public").scopes(scopes(session));
        RegisterClientResponse answer =
                SsoFailures.oidc(
                        SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session),
                        cancellation,
                        () -> clients.oidc(session).registerClient(request.build()));
        hide.accept(answer.clientSecret());
        var client =
                new ClientRegistration(
                        answer.clientId(),
                        answer.clientSecret(),
                        Instant.ofEpochSecond(answer.clientSecretExpiresAt()),
                        scopes(session),
                        browser ? BROWSER : List.of());
        cache.keep(session, client);
        return client;
    }
}
