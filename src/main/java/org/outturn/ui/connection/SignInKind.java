package org.outturn.ui.connection;

import org.outturn.connection.SignIn;

/** The ways to sign in that the editor offers. */
enum SignInKind {
    KEYS,
    PROFILE,
    SSO,
    ENV_FILE,
    ENVIRONMENT,
    MACHINE;

    static SignInKind of(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Keys _, SignIn.SavedKeys _ -> KEYS;
            case SignIn.Profile _ -> PROFILE;
            case SignIn.SingleSignOn _ -> SSO;
            case SignIn.EnvFile _ -> ENV_FILE;
            case SignIn.Environment _ -> ENVIRONMENT;
            case SignIn.Machine _ -> MACHINE;
        };
    }

    String messageKey() {
        return "connection.kind." + name();
    }
}
