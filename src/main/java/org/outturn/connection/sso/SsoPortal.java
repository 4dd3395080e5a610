package org.outturn.connection.sso;

import java.util.List;
import org.outturn.connection.SsoSession;
import org.outturn.storage.Cancellation;

/**
 * Signs operators in at IAM Identity Center and knows what they may be there. Everything blocks,
 * ends at once when it is cancelled, with a {@link java.util.concurrent.CancellationException}, and
 * throws {@link org.outturn.failure.FailureException} when it does not work.
 */
public interface SsoPortal {
    /** Signs in in the browser (authorization code with PKCE). */
    void signIn(SsoSession session, SignInGuide guide, Cancellation cancellation);

    /** Signs in with a code that is approved on any device. */
    void signInByCode(SsoSession session, SignInGuide guide, Cancellation cancellation);

    /** How the sign-in stands; asks nobody but the cache. */
    SsoStatus status(SsoSession session);

    /**
     * Renews without asking anybody.
     *
     * @return whether that was possible; else the operator has to sign in again
     */
    boolean renew(SsoSession session, Cancellation cancellation);

    /**
     * Signs out: this computer forgets the sign-in first, also for other programs that read the
     * cache, then the service is told. Keys of a role that were given before are good until their
     * end (portal API reference, Logout).
     *
     * @return whether the service knows; else the sign-in ends there by itself
     */
    boolean signOut(SsoSession session, Cancellation cancellation);

    /** All accounts that the operator may use, in the order of their names. */
    List<SsoAccount> accounts(SsoSession session, Cancellation cancellation);

    /** The names of the roles that the operator may have there, in order. */
    List<String> roles(SsoSession session, String account, Cancellation cancellation);
}
