package org.outturn.aws.sso;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.ClientRegistration;
import org.outturn.connection.sso.SignInGuide;
import org.outturn.failure.Attempt;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * Signs in in the browser: authorization code with PKCE (RFC 6749, RFC 7636) and a redirect to
 * loopback (RFC 8252), as the AWS CLI does since 2.22.
 */
final class BrowserSignIn {
    /** As long as the AWS CLI waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SsoClients clients;
    private final Registrations registrations;
    private final Tokens tokens;
    private final CallbackPages pages;
    private final SecureRandom random = new SecureRandom();

    BrowserSignIn(
            SsoClients clients, Registrations registrations, Tokens tokens, CallbackPages pages) {
        this.clients = clients;
        this.registrations = registrations;
        this.tokens = tokens;
        this.pages = pages;
    }

    void signIn(SsoSession session, SignInGuide guide, Cancellation cancellation) {
        Attempt attempt = SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session);
        ClientRegistration client = registrations.forBrowser(session, cancellation);
        Pkce pkce = Pkce.make(random);
        String state = Pkce.token(random);
        try (Loopback loopback = new Loopback(state, pages)) {
            URI redirect = loopback.redirectUri();
            guide.open(page(session, client, redirect, state, pkce));
            Loopback.Outcome outcome =
                    loopback.await(PATIENCE, cancellation)
                            .orElseThrow(() ->
                                    new FailureException(
                                            new SignInFailure.SignInTimedOut(
                                                    attempt, Technical.of("nobody came back"))));
            if (!outcome.error().isEmpty()) {
                throw new FailureException(
                        new SignInFailure.SignInDenied(
                                attempt, new Technical(0, outcome.error(), "", "")));
            }
            CreateTokenResponse answer =
                    SsoFailures.oidc(
                            attempt,
                            cancellation,
                            () ->
                                    clients.oidc(session)
                                            .createToken(r ->
                                                    r.grantType("authorization_code")
                                                            .clientId(client.clientId())
                                                            .clientSecret(client.clientSecret())
                                                            .code(outcome.code())
                                                            .codeVerifier(pkce.verifier())
                                                            .redirectUri(redirect.toString())));
            cancellation.check();
            tokens.keep(session, client, answer);
        }
    }

    private URI page(
            SsoSession session, ClientRegistration client, URI redirect, String state, Pkce pkce) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("state", state);
        query.put("code_challenge_method", "S256");
        query.put("scopes", String.join(" ", Registrations.scopes(session)));
        query.put("code_challenge", pkce.challenge());
        return URI.create(
                clients.authorizePage(session)
                        + query.entrySet().stream()
                                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&", "?", "")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
