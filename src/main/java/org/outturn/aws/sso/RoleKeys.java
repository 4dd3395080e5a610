package org.outturn.aws.sso;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sso.model.RoleCredentials;

/**
 * The keys of one role. Fetched when they are first needed, kept, and renewed before they end, so
 * that nothing that runs for hours breaks off.
 */
final class RoleKeys implements AwsCredentialsProvider {
    /** What is left when other keys are fetched. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final SsoClients clients;
    private final Tokens tokens;
    private final Consumer<String> hide;
    private final Clock clock;
    private final SsoSession session;
    private final String account;
    private final String role;
    private @Nullable AwsSessionCredentials keys;
    private Instant until = Instant.MIN;

    RoleKeys(
            SsoClients clients,
            Tokens tokens,
            Consumer<String> hide,
            Clock clock,
            SsoSession session,
            String account,
            String role) {
        this.clients = clients;
        this.tokens = tokens;
        this.hide = hide;
        this.clock = clock;
        this.session = session;
        this.account = account;
        this.role = role;
    }

    /**
     * @throws FailureException with {@link Failure.SignInExpired} when nobody is signed in, {@link
     *     SignInFailure.RoleDenied} when the role is not for them
     */
    @Override
    public synchronized AwsCredentials resolveCredentials() {
        AwsSessionCredentials now = keys;
        Instant time = clock.instant();
        if (now != null && until.isAfter(time.plus(EARLY))) {
            return now;
        }
        try {
            return fetch();
        } catch (FailureException e) {
            // as long as the old ones are good, nobody need be bothered
            if (now != null && until.isAfter(time)) {
                return now;
            }
            throw e;
        }
    }

    private AwsCredentials fetch() {
        SsoToken token = tokens.live(session, Cancellation.never());
        RoleCredentials given;
        try {
            given = ask(token);
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.SignInExpired)) {
                throw e;
            }
            // ended from outside, before its time
            given = ask(tokens.refresh(session, token, Cancellation.never()));
        }
        hide.accept(given.secretAccessKey());
        hide.accept(given.sessionToken());
        Instant end = Instant.ofEpochMilli(given.expiration());
        if (!end.isAfter(clock.instant())) {
            throw new FailureException(
                    new Failure.ClockSkew(
                            SsoFailures.attempt(SsoFailures.KEYS_ACTION, session),
                            Technical.of("fresh keys had ended at " + end)));
        }
        AwsSessionCredentials fresh =
                AwsSessionCredentials.builder()
                        .accessKeyId(given.accessKeyId())
                        .secretAccessKey(given.secretAccessKey())
                        .sessionToken(given.sessionToken())
                        .expirationTime(end)
                        .build();
        keys = fresh;
        until = end;
        return fresh;
    }

    private RoleCredentials ask(SsoToken token) {
        return SsoFailures.portal(
                SsoFailures.attempt(SsoFailures.KEYS_ACTION, session),
                role + " (" + account + ")",
                Cancellation.never(),
                () ->
                        clients.portal(session)
                                .getRoleCredentials(r ->
                                        r.accessToken(token.accessToken())
                                                .accountId(account)
                                                .roleName(role))
                                .roleCredentials());
    }

    @Override
    public String toString() {
        return "RoleKeys[" + role + " of " + account + "]";
    }
}
