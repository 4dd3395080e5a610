package org.outturn.app;

import org.outturn.connection.Connection;
import org.outturn.connection.StoreOpener;
import org.outturn.logging.SecretRedactor;
import org.outturn.storage.ObjectStore;

/**
 * Hides the keys of a connection before it is opened: whatever goes wrong later, no log has them.
 */
final class GuardedOpener implements StoreOpener {
    private final StoreOpener opener;
    private final SecretRedactor redactor;

    GuardedOpener(StoreOpener opener, SecretRedactor redactor) {
        this.opener = opener;
        this.redactor = redactor;
    }

    @Override
    public ObjectStore open(Connection connection) {
        connection
                .signIn()
                .keys()
                .ifPresent(keys -> {
                    redactor.hide(keys.secretAccessKey());
                    redactor.hide(keys.sessionToken());
                });
        return opener.open(connection);
    }
}
