package org.outturn.connection.sso;

import java.time.Duration;
import java.time.Instant;

/**
 * How a sign-in stands.
 *
 * @param until when it ends or has ended; {@link Instant#MIN} when nobody has signed in yet
 * @param quiet whether it can be renewed without asking anybody
 */
public record SsoStatus(Instant until, boolean quiet) {
    /** From when on renewing is offered: as early as the AWS CLI refreshes. */
    public static final Duration SOON = Duration.ofMinutes(15);

    /** Nobody has signed in. */
    public static final SsoStatus NOBODY = new SsoStatus(Instant.MIN, false);

    /** How long it still lasts; zero when it has ended or there was none. */
    public Duration left(Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Whether it ends soon, or has ended. */
    public boolean endsSoon(Instant now) {
        return left(now).compareTo(SOON) <= 0;
    }
}
