package org.outturn.connection.check;

import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;

/** What a sign-in is called. */
final class Signers {
    private Signers() {}

    /** An access key's id, which is no secret, a profile's name, or the connection's. */
    static String name(Connection connection) {
        return switch (connection.signIn()) {
            case SignIn.Keys keys -> keys.credentials().accessKeyId();
            case SignIn.SavedKeys keys -> keys.accessKeyId();
            case SignIn.Profile profile -> profile.name();
            case SignIn.SingleSignOn sso -> sso.role() + " (" + sso.account() + ")";
            case SignIn.EnvFile _, SignIn.Environment _, SignIn.Machine _ -> connection.name();
        };
    }
}
