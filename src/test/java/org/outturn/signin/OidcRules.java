package org.outturn.signin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How the OIDC service of the stand-in is to behave; may be changed while it runs. */
public final class OidcRules {
    private final Deque<String> forced = new ArrayDeque<>();
    private Duration tokenLife = Duration.ofHours(8);
    private @Nullable Duration nextTokenLife;
    private Duration deviceLife = Duration.ofMinutes(10);
    private Duration registrationLife = Duration.ofDays(90);
    private int interval = 1;
    private boolean refreshTokens = true;
    private boolean refreshRefused;
    private boolean denied;

    /** The next answers to CreateToken, whatever is asked: {@code slow_down} and the like. */
    public synchronized OidcRules answer(String... codes) {
        forced.addAll(java.util.List.of(codes));
        return this;
    }

    synchronized String nextForced() {
        return forced.isEmpty() ? "" : forced.removeFirst();
    }

    /** How long access tokens are good for. */
    public synchronized OidcRules tokenLife(Duration life) {
        tokenLife = life;
        return this;
    }

    /** How long the very next one is good for. */
    public synchronized OidcRules nextTokenLife(Duration life) {
        nextTokenLife = life;
        return this;
    }

    /** To be asked once for each token. */
    synchronized Duration takeTokenLife() {
        Duration life = nextTokenLife == null ? tokenLife : nextTokenLife;
        nextTokenLife = null;
        return life;
    }

    /** How long a device code is good for. */
    public synchronized OidcRules deviceLife(Duration life) {
        deviceLife = life;
        return this;
    }

    synchronized Duration deviceLife() {
        return deviceLife;
    }

    /** How long a client's registration is good for. */
    public synchronized OidcRules registrationLife(Duration life) {
        registrationLife = life;
        return this;
    }

    synchronized Duration registrationLife() {
        return registrationLife;
    }

    /** Seconds between two questions for the token of a device; who asks sooner hears slow_down. */
    public synchronized OidcRules interval(int seconds) {
        interval = seconds;
        return this;
    }

    synchronized int interval() {
        return interval;
    }

    /** Whether tokens can be refreshed: the legacy form of a profile cannot. */
    public synchronized OidcRules refreshTokens(boolean given) {
        refreshTokens = given;
        return this;
    }

    synchronized boolean refreshTokens() {
        return refreshTokens;
    }

    /** Whether every refresh token is one that has ended: invalid_grant. */
    public synchronized OidcRules refreshRefused(boolean refused) {
        refreshRefused = refused;
        return this;
    }

    synchronized boolean refreshRefused() {
        return refreshRefused;
    }

    /** Whether the operator says no in the browser. */
    public synchronized OidcRules denied(boolean no) {
        denied = no;
        return this;
    }

    synchronized boolean denied() {
        return denied;
    }
}
