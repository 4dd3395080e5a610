package org.outturn.connection.sso;

import java.util.Optional;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;

/**
 * Where a connection has one sign in, and as what.
 *
 * @param account 12 digits; empty when the operator is to pick it
 * @param role empty when the operator is to pick it
 */
public record SsoNeed(SsoSession session, Optional<String> account, Optional<String> role) {

    /** The same as a way to sign in, when nothing is left to pick. */
    public Optional<SignIn.SingleSignOn> complete() {
        return account.flatMap(a -> role.map(r -> new SignIn.SingleSignOn(session, a, r)));
    }
}
