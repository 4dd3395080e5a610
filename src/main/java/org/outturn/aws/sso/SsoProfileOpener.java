package org.outturn.aws.sso;

import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.StoreOpener;
import org.outturn.storage.ObjectStore;

/**
 * Opens profiles that name a role of IAM Identity Center with this program's own keys of that role:
 * they are renewed while it runs, and the cache is that of the operator whose program this is.
 */
public final class SsoProfileOpener implements StoreOpener {
    private final StoreOpener opener;
    private final SsoProfiles profiles;

    /**
     * @param opener opens everything, also {@link SignIn.SingleSignOn}
     */
    public SsoProfileOpener(StoreOpener opener, SsoProfiles profiles) {
        this.opener = opener;
        this.profiles = profiles;
    }

    @Override
    public ObjectStore open(Connection connection) {
        Connection asRole =
                connection.signIn() instanceof SignIn.Profile(String name)
                        ? profiles.direct(name)
                                .<Connection>map(connection::withSignIn)
                                .orElse(connection)
                        : connection;
        return opener.open(asRole);
    }
}
