package org.outturn.aws.sso;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.ClientRegistration;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.connection.sso.SsoToken;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * The tokens of the sessions. The cache's file is the truth, read each time: another program may
 * have signed in or refreshed in the meantime. Refreshed when they are needed within the last
 * quarter of an hour, as the AWS CLI does.
 */
final class Tokens {
    private final SsoClients clients;
    private final SsoCache cache;
    private final Consumer<String> hide;
    private final Clock clock;
    private final Map<SsoSession, ReentrantLock> locks = new ConcurrentHashMap<>();

    Tokens(SsoClients clients, SsoCache cache, Consumer<String> hide, Clock clock) {
        this.clients = clients;
        this.cache = cache;
        this.hide = hide;
        this.clock = clock;
    }

    SsoStatus status(SsoSession session) {
        Instant now = clock.instant();
        return kept(session)
                .map(token -> new SsoStatus(token.expiresAt(), token.canRefresh(now)))
                .orElse(SsoStatus.NOBODY);
    }

    private Optional<SsoToken> kept(SsoSession session) {
        Optional<SsoToken> token = cache.token(session);
        token.ifPresent(this::conceal);
        return token;
    }

    private void conceal(SsoToken token) {
        hide.accept(token.accessToken());
        hide.accept(token.refreshToken());
        token.client().ifPresent(client -> hide.accept(client.clientSecret()));
    }

    /** Keeps what CreateToken gave. */
    SsoToken keep(SsoSession session, ClientRegistration client, CreateTokenResponse answer) {
        var token =
                new SsoToken(
                        session.startUrl(),
                        session.region(),
                        answer.accessToken(),
                        clock.instant().plusSeconds(answer.expiresIn()),
                        answer.refreshToken() == null ? "" : answer.refreshToken(),
                        Optional.of(client));
        conceal(token);
        cache.keep(session, token);
        return token;
    }

    /**
     * Forgets the token, so that nobody on this computer has it.
     *
     * @return what it was, if there was one
     */
    Optional<SsoToken> forget(SsoSession session) {
        ReentrantLock lock = locks.computeIfAbsent(session, _ -> new ReentrantLock());
        lock.lock();
        try {
            Optional<SsoToken> token = kept(session);
            cache.forget(session);
            return token;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A token that is good now.
     *
     * @throws FailureException with {@link Failure.SignInExpired} when somebody has to sign in
     */
    SsoToken live(SsoSession session, Cancellation cancellation) {
        SsoToken token = kept(session).orElseThrow(() -> expired(session, "nobody has signed in"));
        Instant now = clock.instant();
        if (token.left(now).compareTo(SsoStatus.SOON) > 0) {
            return token;
        }
        boolean ended = token.left(now).isZero();
        if (!token.canRefresh(now)) {
            if (ended) {
                throw expired(session, "it ended at " + token.expiresAt());
            }
            return token;
        }
        try {
            return refresh(session, token, cancellation);
        } catch (FailureException e) {
            if (ended) {
                throw e;
            }
            return token;
        }
    }

    /**
     * Another token for one that was refused or is about to end.
     *
     * @param old the one that will not do
     * @throws FailureException with {@link Failure.SignInExpired} when there is none to be had
     */
    SsoToken refresh(SsoSession session, SsoToken old, Cancellation cancellation) {
        ReentrantLock lock = locks.computeIfAbsent(session, _ -> new ReentrantLock());
        lock.lock();
        try {
            SsoToken token = kept(session).orElse(old);
            if (isAnother(token, old)) {
                return token;
            }
            if (!token.canRefresh(clock.instant())) {
                throw expired(session, "it cannot be renewed");
            }
            return ask(session, token, cancellation);
        } finally {
            lock.unlock();
        }
    }

    private SsoToken ask(SsoSession session, SsoToken token, Cancellation cancellation) {
        ClientRegistration client = token.client().orElseThrow();
        try {
            CreateTokenResponse answer =
                    SsoFailures.oidc(
                            SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session),
                            cancellation,
                            () ->
                                    clients.oidc(session)
                                            .createToken(r ->
                                                    r.grantType("refresh_token")
                                                            .clientId(client.clientId())
                                                            .clientSecret(client.clientSecret())
                                                            .refreshToken(token.refreshToken())));
            return keep(session, client, answer);
        } catch (FailureException e) {
            // another program may have used up the refresh token, and kept what it got
            Optional<SsoToken> theirs = kept(session).filter(now -> isAnother(now, token));
            if (theirs.isPresent()) {
                return theirs.get();
            }
            throw e.failure().retryable() ? e : expired(session, e.failure().technical());
        }
    }

    private boolean isAnother(SsoToken token, SsoToken old) {
        return !token.accessToken().equals(old.accessToken())
                && !token.left(clock.instant()).isZero();
    }

    private static FailureException expired(SsoSession session, String why) {
        return expired(session, Technical.of(why));
    }

    private static FailureException expired(SsoSession session, Technical why) {
        return new FailureException(
                new Failure.SignInExpired(
                        SsoFailures.attempt(SsoFailures.SIGNING_ACTION, session), why));
    }
}
