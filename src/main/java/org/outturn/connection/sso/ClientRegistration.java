package org.outturn.connection.sso;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the OIDC service knows this program by (OIDC API reference, RegisterClient). The secret
 * never prints.
 *
 * @param expiresAt when it has to be registered anew
 * @param scopes that were asked for; empty where it is not known
 * @param grantTypes the ways in which it may sign in; empty where it is not known, which means by
 *     device code
 */
public record ClientRegistration(
        String clientId,
        String clientSecret,
        Instant expiresAt,
        List<String> scopes,
        List<String> grantTypes) {
    /** The AWS CLI does not begin a sign-in with one that is about to end either. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    public ClientRegistration {
        scopes = List.copyOf(scopes);
        grantTypes = List.copyOf(grantTypes);
    }

    /** Whether a sign-in may begin with it. */
    public boolean isGood(Instant now) {
        return expiresAt.isAfter(now.plus(MARGIN));
    }

    /** Whether it is for the browser's way; else it is for device codes. */
    public boolean forAuthorizationCode() {
        return grantTypes.contains("authorization_code");
    }

    @Override
    public String toString() {
        return "ClientRegistration[" + clientId + ", until " + expiresAt + "]";
    }
}
