package org.outturn.connection.sso;

import java.net.URI;

/** Leads the operator through a sign-in. Called on the thread that signs in. */
public interface SignInGuide {
    /** A page is to be opened in the browser; the sign-in goes on by itself after that. */
    void open(URI page);

    /** The operator is to compare or type a code. */
    void show(DeviceCode code);
}
