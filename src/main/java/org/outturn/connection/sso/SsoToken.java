package org.outturn.connection.sso;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that has taken place. The tokens never print.
 *
 * @param startUrl the access portal that it is good for
 * @param region of the Identity Center
 * @param accessToken not blank
 * @param expiresAt when the access token ends
 * @param refreshToken gets another one without asking; empty when there is none
 * @param client who signed in; empty where the file does not say, and then nothing can be refreshed
 */
public record SsoToken(
        String startUrl,
        String region,
        String accessToken,
        Instant expiresAt,
        String refreshToken,
        Optional<ClientRegistration> client) {

    /** How long it still lasts; zero when it has ended. */
    public Duration left(Instant now) {
        Duration left = Duration.between(now, expiresAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether another token can be had for it without asking anybody. */
    public boolean canRefresh(Instant now) {
        return !refreshToken.isEmpty()
                && client.filter(known -> known.expiresAt().isAfter(now)).isPresent();
    }

    @Override
    public String toString() {
        return "SsoToken[" + startUrl + ", until " + expiresAt + "]";
    }
}
